import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageFaults } from '@recourse/domain/law/coverage';
import { emptyRules } from '@recourse/domain/law/empty-rules';
import type { RulePack } from '@recourse/domain/law/rule-pack';
import { readRulePack } from '@recourse/domain/law/rule-pack-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repoRoot } from '../local/repo-root.js';
import { readLaw } from './read-law.js';
import { readSurvey } from './read-survey.js';

const policies = join(repoRoot, 'policies');
const { law } = readLaw(policies);
const rows = readSurvey(policies, law.packs).parts.flatMap((part) => part.rows);
const shipped = readFileSync(join(policies, 'rule-packs/house.yaml'), 'utf8');

type Given = Record<string, unknown> & { id: string };
const given = (): { rules: Given[] } => parse(shipped) as { rules: Given[] };

const faultsOf = (house: object): string[] => {
  const read = readRulePack(house);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const packs: RulePack[] = law.packs.map((pack) => (pack.pack === 'house' ? read.pack : pack));
  return [...emptyRules(read.pack).map(({ reason }) => reason), ...coverageFaults(rows, packs)];
};
/** Faults of the house pack with fields of one rule changed; `undefined` drops one. */
const changed = (id: string, change: object): string[] => {
  const house = given();
  const rules = house.rules.map((rule) =>
    rule.id === id
      ? Object.fromEntries(Object.entries({ ...rule, ...change }).filter(([, value]) => value !== undefined))
      : rule,
  );
  expect(rules).not.toEqual(house.rules);
  return faultsOf({ ...house, rules });
};
/** Said of rows of the law that rest on the same rule. */
const ofLaw = /: row (CN|US)-FREQ-5 of the survey has it$/;
const hours = (from: string, to: string) => ({ windows: [{ from, to }] });
const spoken = ['sms', 'email', 'app', 'im', 'voice-bot', 'dialler', 'letter', 'visit'];

test.each<[id: string, change: object, fault: string]>([
  ['OWN-TIME-1', hours('06:00', '23:30'), 'has windows'],
  ['OWN-TIME-1', hours('07:59', '21:00'), 'has windows'],
  ['OWN-TIME-1', { channels: spoken }, 'leaves out channels call'],
  ['OWN-TIME-1', { personsTimes: false }, 'has personsTimes'],
  ['OWN-TIME-1', { personsTimes: undefined }, 'has personsTimes'],
  ['OWN-TIME-1', { purposes: ['collect'] }, 'leaves out purposes locate, relay, remind-before-due'],
  ['OWN-TIME-1', { actor: ['agency', 'buyer'] }, 'leaves out actor first-party'],
  ['OWN-TIME-1', { parties: ['borrower'] }, 'leaves out parties co-borrower'],
  ['OWN-TIME-1', { product: ['mortgage'] }, 'leaves out product every product'],
  ['OWN-TIME-1', { override: ['agreed-time', 'consent'] }, 'has override'],
  ['OWN-TIME-2', hours('08:00', '21:01'), 'has windows'],
  ['OWN-TIME-2', { personsTimes: false }, 'has personsTimes'],
  ['OWN-TIME-2', { purposes: undefined }, 'leaves out purposes service, legally-required'],
  ['OWN-FREQ-1', { limit: 6 }, 'has limit 6 for 5'],
  ['OWN-FREQ-1', { limit: 1000 }, 'has limit 1000 for 5'],
  ['OWN-FREQ-1', { unit: 'conversation' }, 'has unit'],
  ['OWN-FREQ-1', { scope: ['person', 'debt'] }, 'has scope'],
  ['OWN-FREQ-1', { exclusions: ['not-connected'] }, 'has exclusions'],
  ['OWN-FREQ-1', { actor: ['buyer'] }, 'leaves out actor first-party, agency'],
  ['OWN-FREQ-1', { effectiveFrom: '2027-10-01' }, 'has effectiveFrom "2027-10-01" for "2024-01-01"'],
  ['OWN-FREQ-1', { effectiveTo: '2027-01-01' }, 'has effectiveTo "2027-01-01" for none'],
  ['OWN-FREQ-2', { limit: 60 }, 'has limit 60 for 6'],
  ['OWN-FREQ-2', { placeTypes: ['home'] }, 'leaves out placeTypes mobile, work, other'],
  ['OWN-FREQ-3', { limit: 30 }, 'has limit 30 for 3'],
  ['OWN-FREQ-3', { channels: ['voice-bot', 'dialler', 'visit'] }, 'leaves out channels call'],
  ['OWN-PARTY-1', { when: undefined }, 'has when none'],
  ['OWN-PARTY-1', { when: ['liable-by-agreement', 'willing-to-pay'] }, 'has when'],
  ['OWN-PARTY-1', { parties: ['guarantor', 'heir'] }, 'leaves out parties spouse-related'],
  ['OWN-PARTY-2', { when: ['debtor-unreachable'] }, 'has when'],
  ['OWN-PARTY-2', { blockOnRefusal: false }, 'has blockOnRefusal'],
  ['OWN-PARTY-3', { maxContacts: 1000 }, 'has maxContacts 1000 for 3'],
  ['OWN-PARTY-3', { maxContacts: undefined }, 'has maxContacts none for 3'],
  ['OWN-PARTY-3', { maxContactsDays: 7 }, 'has maxContactsDays 7 for none'],
  ['OWN-PARTY-3', { purposes: ['locate', 'relay', 'collect'] }, 'has purposes'],
  ['OWN-PARTY-4', { parties: ['unrelated'] }, 'leaves out parties employer'],
  ['OWN-PARTY-4', { purposes: ['locate', 'collect'] }, 'has purposes'],
  ['OWN-PARTY-5', { when: ['debtor-unreachable'] }, 'has when'],
  ['OWN-PARTY-5', { when: ['proof-of-authority', 'debtor-unreachable'] }, 'has when'],
  ['OWN-PARTY-6', { when: undefined }, 'has when none'],
  ['OWN-PARTY-7', { parties: ['estate'] }, 'leaves out parties heir'],
  ['OWN-CONTENT-1', { sameLanguage: false, forbidden: ['zzz'] }, 'has sameLanguage false for true'],
  ['OWN-CONTENT-1', { channels: spoken }, 'leaves out channels call'],
])('a rule of the lender’s own made looser is a fault that names its row: %s %j', (id, change, fault) => {
  const faults = changed(id, change);
  expect(faults.filter((each) => !each.startsWith(`${id} of pack house ${fault}`) && !ofLaw.test(each))).toEqual([]);
  expect(faults).toContainEqual(expect.stringMatching(new RegExp(` row (.*, )?${id} of the survey`)));
});

test.each<[id: string, change: object]>([
  ['OWN-TIME-1', hours('09:00', '20:00')],
  ['OWN-TIME-1', { override: undefined }],
  ['OWN-TIME-1', { closedOnHolidaysOf: 'CN' }],
  ['OWN-TIME-1', { purposes: ['collect', 'locate', 'relay', 'remind-before-due', 'service'] }],
  ['OWN-FREQ-1', { limit: 2 }],
  ['OWN-FREQ-1', { days: 7 }],
  ['OWN-FREQ-1', { effectiveFrom: '2020-01-01' }],
  ['OWN-PARTY-1', { parties: ['guarantor', 'spouse-related', 'heir', 'unrelated'] }],
  ['OWN-PARTY-3', { when: ['debtor-unreachable'], maxContacts: 1, purposes: ['locate'] }],
  ['OWN-PARTY-4', { purposes: [] }],
  ['OWN-CONTENT-1', { forbidden: ['zzz'] }],
])('a rule of the lender’s own made stricter is in order: %s %j', (id, change) => {
  expect(changed(id, change)).toEqual([]);
});

test('a further rule of the lender’s own needs no row of the survey, and one that is gone is missed', () => {
  const house = given();
  const [first] = house.rules;
  expect(faultsOf({ ...house, rules: [...house.rules, { ...first, id: 'OWN-TIME-9' }] })).toEqual([]);
  expect(faultsOf({ ...house, rules: house.rules.filter(({ id }) => id !== 'OWN-PARTY-5') })).toEqual([
    'OWN-PARTY-5 is kept by OWN-PARTY-5, which is in no pack',
  ]);
});

test.each(['CN', 'CN-GD', 'US'])('the lender’s own rules put under one place are a fault: %s', (jurisdiction) => {
  const faults = faultsOf({ ...given(), jurisdiction });
  expect(faults).toContainEqual(
    `OWN-TIME-1 of pack house holds in ${jurisdiction} and not in *: row OWN-TIME-1 of the survey has it`,
  );
});

test('a survey that lost all it says of the lender’s own rules is a fault', () => {
  const left = rows.filter(({ id }) => !id.startsWith('OWN-'));
  expect(coverageFaults(left, law.packs)).toEqual([
    'no row of the survey holds everywhere: nothing keeps pack house from being made looser',
  ]);
});
