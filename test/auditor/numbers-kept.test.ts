import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { audit } from '../../services/auditor/src/audit.js';
import type { Evidence } from '../../services/auditor/src/evidence.js';
import { checkOfNumber } from '../../services/auditor/src/law/check-of-number.js';
import type { ContactRule } from '../../services/auditor/src/law/contact-rule.js';
import { cleanEvidence, law } from '../../services/auditor/src/testing/clean-evidence.js';
import { act, call, must } from '../../services/auditor/src/testing/plant.js';

/** Kinds 1 to 5 and 9 of the survey: those that gate a single contact. */
const gating = new Set([
  'contact-window',
  'frequency-cap',
  'cooldown',
  'party-eligibility',
  'channel-permission',
  'hold-on-event',
]);

type RawRule = { id: string; kind: string } & Record<string, unknown>;
type Number = { id: string; kind: string; field: string; is: string };

const packs = 'policies/rule-packs';
const shipped = readdirSync(packs).flatMap(
  (file) => (parse(readFileSync(join(packs, file), 'utf8')) as { rules: RawRule[] }).rules,
);
const spans = (windows: unknown): string =>
  (windows as { from: string; to: string }[]).map(({ from, to }) => `${from}-${to}`).join(', ');
/** Every number and every span of hours that a rule which gates contacts has. */
const numbers = shipped
  .filter(({ kind }) => gating.has(kind))
  .flatMap(({ id, kind, ...fields }) =>
    Object.entries(fields).flatMap(([field, is]): Number[] => {
      if (field === 'windows') return [{ id, kind, field, is: spans(is) }];
      return typeof is === 'number' ? [{ id, kind, field, is: String(is) }] : [];
    }),
  );
const checkOf = ({ kind, field }: Number): string | undefined =>
  (checkOfNumber as Record<string, Record<string, string>>)[kind]?.[field];

test('every number of every shipped rule that gates a contact has a check', () => {
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers.filter((number) => checkOf(number) === undefined)).toEqual([]);
});

test('docs/guide/audit.md lists them, and no other', () => {
  const rows = numbers.map((number) => `| ${number.id} | ${number.field} | ${number.is} | \`${checkOf(number)}\` |`);
  const page = readFileSync('docs/guide/audit.md', 'utf8');
  const listed = page.split('\n').filter((line) => /^\| [A-Z]+-[A-Z0-9-]+ \| /.test(line));

  expect(listed).toEqual(rows);
});

const since = '2026-01-01T00:00:00.000Z';
/** Told in a world where P3 was called and visited and P1 written to: what makes the number bite, what spares it, and what they are about. */
type Bite = { strict: object; mild: object; told?: (evidence: Evidence) => void };
const consented = (basis: string) => (evidence: Evidence) => {
  const consent = { to: 'medium', basis, at: since };
  must(evidence.persons[0]).standing = { consents: ['sms', 'email'].map((channel) => ({ ...consent, channel })) };
  must(evidence.persons[1]).standing = { consents: ['call', 'visit'].map((channel) => ({ ...consent, channel })) };
};
const more = (evidence: Evidence): void => {
  const consent = { to: 'more-calls', basis: 'consent', at: since };
  must(evidence.persons[1]).standing = { consents: ['call', 'visit'].map((channel) => ({ ...consent, channel })) };
  act(evidence, call).code = 'refuses';
};
const once = { unit: 'attempt', scope: ['person'], exclusions: [], window: undefined, channels: ['call', 'visit'] };
const rest = { trigger: 'attempt', scope: ['person'], exclusions: [], channels: ['call', 'visit'] };
const toDebtors = { parties: ['borrower'], mayBeFor: ['collect', 'legally-required'], grounds: undefined };
const bites: Record<string, Bite> = {
  'contact-window.windows': { strict: { windows: [], purposes: ['collect'] }, mild: { purposes: ['collect'] } },
  'frequency-cap.limit': { strict: { ...once, limit: 0 }, mild: { ...once, limit: 9 } },
  'frequency-cap.days': { strict: { ...once, limit: 1, days: 90 }, mild: { ...once, limit: 1, days: 2 } },
  'frequency-cap.consentDays': {
    strict: { ...once, limit: 0, channels: ['call'], exclusions: ['consented'], consentDays: 2 },
    mild: { ...once, limit: 0, channels: ['call'], exclusions: ['consented'], consentDays: 90 },
    told: more,
  },
  'cooldown.days': { strict: { ...rest, days: 90 }, mild: { ...rest, days: 2 } },
  'cooldown.consentDays': {
    strict: { ...rest, days: 90, exclusions: ['consented'], consentDays: 2 },
    mild: { ...rest, days: 2, exclusions: ['consented'], consentDays: 90 },
    told: more,
  },
  'party-eligibility.maxContacts': {
    strict: { ...toDebtors, maxContacts: 0 },
    mild: { ...toDebtors, maxContacts: 9 },
  },
  'channel-permission.basisDays': {
    strict: { basis: ['consent'], basisDays: 1, recordingRequired: false },
    mild: { basis: ['consent'], basisDays: 365, recordingRequired: false },
    told: consented('consent'),
  },
  'channel-permission.handoverNoticeDays': {
    strict: { basis: ['creditor-handover'], handoverNoticeDays: 90 },
    mild: { basis: ['creditor-handover'], handoverNoticeDays: 1 },
    told: consented('creditor-handover'),
  },
  'hold-on-event.days': {
    strict: { days: 90, allowedWhileHeld: [] },
    mild: { days: 1, allowedWhileHeld: [] },
    told: ({ loans, law: { rules } }) => {
      const [rule] = rules;
      const reason = rule?.kind === 'hold-on-event' ? rule.event : '';
      for (const { loanId, holds } of loans)
        holds.push({ id: 'h', reason, scope: { loan: loanId }, stops: ['contact'], from: since, until: since });
    },
  },
};

/** What the audit finds where this rule alone is the law, of everybody everywhere. */
const found = (rule: ContactRule, change: object, told?: (evidence: Evidence) => void): string[] => {
  const everybody = { jurisdiction: '*', actor: ['first-party'], parties: undefined, placeTypes: undefined };
  const everywhere = { effectiveFrom: '2000-01-01', effectiveTo: undefined, product: undefined };
  const alone = { ...rule, ...everybody, ...everywhere, ...change } as ContactRule;
  const evidence = cleanEvidence();
  evidence.law = { ...law, rules: [alone] };
  told?.(evidence);
  return audit(evidence).flatMap(({ check, violations }) => (violations.length > 0 ? [check] : []));
};

describe('a number made strict is found broken by its check, made mild it is not', () => {
  test.each(numbers.map((number) => [number.id, number.field, number] as const))('%s %s', (id, field, number) => {
    const rule = must(law.rules.find((each) => each.id === id));
    const { strict, mild, told } = must(bites[`${number.kind}.${field}`]);

    expect(found({ ...rule, channels: bound(rule) }, strict, told)).toContain(checkOf(number));
    expect(found({ ...rule, channels: bound(rule) }, mild, told)).not.toContain(checkOf(number));
  });
});

/** All channels of that world, so that there is something the number can be about. */
function bound({ channels }: ContactRule): string[] {
  return [...new Set([...channels, 'sms', 'call', 'visit'])];
}
