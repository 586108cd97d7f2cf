import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { ownPolicies } from '../read-strategies.js';
import { asTrouble } from '../trouble.js';
import type { ContactRule, DemandedNotice, NumericLaw } from './contact-rule.js';
import { dayPlus } from './local-day.js';
import type { AnswerRule } from './answer-day.js';
import type { MoneyRule } from './money-by-law.js';
import { clocksOfClaim, type LimitationRule } from './end-of-claim.js';
import type { AccelerationRule } from './unproved-accelerations.js';
import {
  accelerationRule,
  answerRule,
  calendarFile,
  contactRule,
  countryFile,
  limitationRule,
  moneyRule,
  noticeRule,
  packFile,
  partFile,
  prefixFile,
  zoneFile,
} from './rule-schema.js';

const ofContacts = new Set([
  'contact-window',
  'frequency-cap',
  'cooldown',
  'party-eligibility',
  'channel-permission',
  'content-gate',
  'hold-on-event',
]);

const read = (...path: string[]): unknown => parse(readFileSync(join(...path), 'utf8'));
const filesIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => /\.ya?ml$/.test(file)) : [];

/** What every rule pack says of contacts, as data: the lender's and the law's numbers; what counts is reckoned here. @throws Trouble */
export function readLaw(policies: string = ownPolicies): Promise<NumericLaw> {
  return asTrouble('RECOURSE_POLICIES', 'reading rule packs', async () => {
    const packs = join(policies, 'rule-packs');
    // A folder without packs would find nothing wrong with anything.
    const files = readdirSync(packs)
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => packFile.parse(read(packs, file)));
    const calendars = filesIn(join(policies, 'calendars')).map((file) =>
      calendarFile.parse(read(policies, 'calendars', file)),
    );
    const { zonesOfNumbers } = prefixFile.parse(read(policies, 'zones', 'number-prefixes.yaml'));
    const { window } = zoneFile.parse(JSON.parse(readFileSync(join(policies, 'zones', 'zones.json'), 'utf8')));
    const { countries } = countryFile.parse(read(policies, 'zones', 'countries.json'));
    const { zones: kept } = partFile.parse(read(policies, 'zones', 'parts.yaml'));
    return {
      rules: files.flatMap(rulesOf),
      notices: files.flatMap(noticesOf),
      accelerations: files.flatMap(accelerationsOf),
      answers: files.flatMap(answersOf),
      limitations: files.flatMap(limitationsOf),
      money: files.flatMap(moneyOf),
      holidays: new Map(
        calendars.map(({ calendar, holidays, ...covers }) => [
          calendar,
          { ...covers, days: new Set(holidays.map(({ day }) => day)) },
        ]),
      ),
      zoneCountries: new Map(
        Object.entries(countries).flatMap(([country, zones]) => zones.map((zone) => [zone, country] as const)),
      ),
      zoneParts: new Map(kept.flatMap(({ zones, parts }) => zones.map((zone) => [zone, parts] as const))),
      // The window's last day is in the table.
      clocks: { coversFrom: window.from, coversTo: dayPlus(window.until, 1) },
      numberZones: new Map(zonesOfNumbers.flatMap(({ zones, prefixes }) => prefixes.map((prefix) => [prefix, zones]))),
    };
  });
}

type PackFile = z.infer<typeof packFile>;

function noticesOf({ jurisdiction, rules }: PackFile): DemandedNotice[] {
  return rules
    .filter(({ kind, confidence }) => kind === 'notice-before-action' && confidence !== 'own')
    .map((rule) => ({ ...noticeRule.parse(rule), jurisdiction }));
}

function accelerationsOf({ jurisdiction, rules }: PackFile): AccelerationRule[] {
  return rules
    .filter(({ kind, action }) => kind === 'notice-before-action' && action === 'accelerate')
    .map((rule) => ({ ...accelerationRule.parse(rule), jurisdiction }));
}

function answersOf({ jurisdiction, rules }: PackFile): AnswerRule[] {
  return rules
    .filter(({ kind }) => kind === 'response-deadline')
    .map((rule) => ({ ...answerRule.parse(rule), jurisdiction }));
}

function limitationsOf({ jurisdiction, rules }: PackFile): LimitationRule[] {
  return rules
    .filter(({ kind, clock }) => kind === 'legal-clock' && clocksOfClaim.includes(String(clock)))
    .map((rule) => ({ ...limitationRule.parse(rule), jurisdiction }));
}

function moneyOf({ jurisdiction, rules }: PackFile): MoneyRule[] {
  return rules
    .filter(({ kind }) => kind === 'amount-limit')
    .map((rule) => ({ ...moneyRule.parse(rule), jurisdiction }));
}

function rulesOf({ jurisdiction, rules }: PackFile): ContactRule[] {
  return rules.filter(({ kind }) => ofContacts.has(kind)).map((rule) => ({ ...contactRule.parse(rule), jurisdiction }));
}
