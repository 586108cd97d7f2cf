import { expect, test } from 'vitest';
import type { Evidence } from '../evidence.js';
import type { CapRule } from '../law/contact-rule.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { everyHalfHour, more, moreOf } from '../testing/more-of.js';
import { act, byRule, call, must, outside, sms } from '../testing/plant.js';

const callsInChina = { kind: 'place-call', channel: 'call', loan: 'L1', result: 'answered' };
const fourthInChina = `on 2026-01-06 in Asia/Shanghai: more than 3, the first too many is ${more(4)}`;
/** With the lender's own of the first day eight in four days. */
const seven = [1, 2, 24, 25, 48, 49, 72];
const agencyCalls = { sender: 'agency', loan: 'L3', code: 'no-answer' };
const placed = ({ loans }: Evidence, loanId: string, jurisdiction: string): void =>
  void (must(loans.find((loan) => loan.loanId === loanId)).jurisdiction = jurisdiction);
const consents = ({ persons }: Evidence, at: string): void =>
  void (must(persons[1]).standing = {
    places: ['US-OH'],
    consents: [{ to: 'more-calls', channel: 'call', basis: 'consent', at }],
  });

findsOnly('caps-exceeded', [
  [
    'a sixth message to one person on one day, by the house rule',
    (evidence) => moreOf(evidence, sms, everyHalfHour(5), { to: 'another number' }),
    `attempts of P1 on 2026-01-06 in Asia/Shanghai: more than 5, the first too many is ${more(5)}: ${byRule('OWN-FREQ-1')}`,
  ],
  [
    'a fourth conversation with one person on one day, by the house rule',
    (evidence) => moreOf(evidence, call, everyHalfHour(4), { code: 'refuses' }),
    `conversations of P3 on 2026-01-13 in America/New_York: more than 3, the first too many is ${more(4)}: ${byRule('OWN-FREQ-3')}`,
  ],
  [
    'a fourth call of which nobody knows what was said',
    (evidence) => {
      // Two hours and more apart: the telephone that may ring still is no other check's.
      moreOf(evidence, call, [2.2, 4.4, 6.6, 8.8], { result: 'unknown' });
      for (const each of evidence.acts.slice(-4)) delete each.code;
    },
    /^conversations of P3 on 2026-01-13 .* t\/L9\/1\/1\/more-4\/1: OWN-FREQ-3 /,
  ],
  [
    'a seventh attempt on a number that two persons share',
    (evidence) => {
      evidence.persons.push({ personId: 'P4', zone: 'Asia/Shanghai', holds: [] });
      moreOf(evidence, sms, everyHalfHour(4));
      const { received } = outside(evidence);
      for (const { id, ...each } of received.slice(-2)) {
        received.push({ ...each, id: `${id}-b` });
        evidence.acts.push({ ...act(evidence, id), id: `${id}-b` });
      }
      for (const each of evidence.acts.slice(-4)) each.personId = 'P4';
    },
    `attempts of one number on 2026-01-06 in Asia/Shanghai: more than 6, the first too many is ${more(4)}-b: ${byRule('OWN-FREQ-2')}`,
  ],
  [
    'a fourth conversation on one day about a loan in China, by the law there',
    (evidence) => moreOf(evidence, sms, everyHalfHour(4), { ...callsInChina, code: 'hung-up-after' }),
    [
      `conversations of P1 ${fourthInChina}: ${byRule('CN-FREQ-1')}`,
      `conversations of P1 ${fourthInChina}: ${byRule('OWN-FREQ-3')}`,
      `connected contacts of P1 ${fourthInChina}: ${byRule('CN-FREQ-2-CONNECTED')}`,
    ],
  ],
  [
    'a fourth voicemail on one day in China: connected, though nobody spoke',
    (evidence) => moreOf(evidence, sms, everyHalfHour(4), { ...callsInChina, code: 'voicemail' }),
    `connected contacts of P1 ${fourthInChina}: ${byRule('CN-FREQ-2-CONNECTED')}`,
  ],
  [
    'a seventh dial on one day to one number in China',
    (evidence) => {
      evidence.persons.push({ personId: 'P4', zone: 'Asia/Shanghai', holds: [] });
      evidence.loans[0]?.debtors?.push({ personId: 'P4', role: 'co-borrower' });
      const inFebruary = everyHalfHour(7).map((hours) => 30 * 24 + hours);
      moreOf(evidence, sms, inFebruary, { ...callsInChina, code: 'busy', to: '+86 1' });
      for (const nth of [2, 4, 6]) act(evidence, more(nth)).personId = 'P4';
    },
    ['CN-FREQ-3', 'OWN-FREQ-2'].map(
      (rule) =>
        `attempts of one number on 2026-02-05 in Asia/Shanghai: more than 6, the first too many is ${more(7)}: ${byRule(rule)}`,
    ),
  ],
  [
    'a third call in seven days about a loan in Massachusetts, by the law of that state only',
    (evidence) => moreOf(evidence, call, [48, 96], { loan: 'L3', code: 'no-answer' }),
    `communications of P3 about L3 in the 7 days to 2026-01-17 in America/New_York: more than 2, the first too many is ${more(2)}: ${byRule('US-MA-1-PERSONAL')}`,
  ],
  [
    'an eighth call of an agency in seven days, by Regulation F',
    (evidence) => {
      placed(evidence, 'L3', 'US-OH');
      moreOf(evidence, call, seven, agencyCalls);
    },
    `attempts of P3 about L3 in the 7 days to 2026-01-16 in America/New_York: more than 7, the first too many is ${more(7)}: ${byRule('US-FREQ-1')}`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['five messages to one person on one day', (evidence) => moreOf(evidence, sms, everyHalfHour(4))],
  [
    'six, of which one answers what was asked',
    (evidence) => moreOf(evidence, sms, everyHalfHour(5), { purpose: 'service' }),
  ],
  ['six over two of the days of the person', (evidence) => moreOf(evidence, call, [3, 6, 9, 12, 15])],
  [
    'four calls of which one reached the person',
    (evidence) => moreOf(evidence, call, everyHalfHour(3), { code: 'busy' }),
  ],
  [
    'a call in Massachusetts on the eighth day after two',
    (evidence) => moreOf(evidence, call, [0.5, 7 * 24], { loan: 'L3', code: 'no-answer' }),
  ],
  [
    'calls in Massachusetts to a number that was not reached',
    (evidence) => moreOf(evidence, call, [24, 48], { loan: 'L3', code: 'busy' }),
  ],
  [
    'eight calls of the lender itself, whom Regulation F does not bind',
    (evidence) => {
      placed(evidence, 'L3', 'US-OH');
      moreOf(evidence, call, seven, { ...agencyCalls, sender: 'first-party' });
    },
  ],
  [
    'eight calls of an agency of which the person consented to the last',
    (evidence) => {
      placed(evidence, 'L3', 'US-OH');
      consents(evidence, '2026-01-15T20:00:00.000Z');
      moreOf(evidence, call, seven, agencyCalls);
    },
  ],
])('%s are allowed', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['caps-exceeded']).toBeUndefined();
});

test.each([
  ['given seven days before', '2026-01-06T15:00:00.000Z', 'no-answer'],
  ['used up by a talk', '2026-01-15T15:00:00.000Z', 'hung-up-after'],
])('a consent %s lifts nothing', (_what, consentedAt, code) => {
  const evidence = cleanEvidence();
  placed(evidence, 'L3', 'US-OH');
  consents(evidence, consentedAt);

  moreOf(evidence, call, [1, 2, 3, 24, 25, 26, 48, 72], agencyCalls);
  act(evidence, more(7)).code = code;

  expect(violationsOf(evidence)['caps-exceeded']?.at(-1)).toMatch(/ is t\/L9\/1\/1\/more-8\/1: US-FREQ-1 /);
});

test('two calls in Massachusetts bar a third for 168 hours, not only for seven calendar days', () => {
  const evidence = cleanEvidence();
  moreOf(evidence, call, [0.5, 7 * 24 - 0.25], { loan: 'L3', code: 'no-answer' });

  expect(violationsOf(evidence)['caps-exceeded']?.join()).toMatch(/US-MA-1-PERSONAL/);
});

test('a consent to more calls given to the creditor before is none to who calls now', () => {
  const evidence = cleanEvidence();
  placed(evidence, 'L3', 'US-OH');
  consents(evidence, '2026-01-15T20:00:00.000Z');
  for (const consent of must(must(evidence.persons[1]).standing?.consents)) consent.basis = 'creditor-handover';

  moreOf(evidence, call, seven, agencyCalls);

  expect(violationsOf(evidence)['caps-exceeded']?.at(-1)).toMatch(/: US-FREQ-1 /);
});

test('a consent taken back by an opt-out from telephones lifts nothing', () => {
  const evidence = cleanEvidence();
  placed(evidence, 'L3', 'US-OH');
  consents(evidence, '2026-01-15T20:00:00.000Z');
  const standing = must(must(evidence.persons[1]).standing);
  standing.optOuts = [{ channel: 'dialler', at: '2026-01-15T20:00:00.001Z' }];

  moreOf(evidence, call, seven, agencyCalls);

  expect(violationsOf(evidence)['caps-exceeded']?.at(-1)).toMatch(/: US-FREQ-1 /);
});

test.each([
  ['counts for the other loan it spoke of', 'L2', true],
  ['does not count for the loan of the consent', 'L3', false],
])('a call about two loans of which the person consented for one %s', (_what, second, isFound) => {
  const evidence = cleanEvidence();
  placed(evidence, 'L3', 'US-OH');
  placed(evidence, 'L2', 'US-OH');
  // Used up for L2 by a talk about it, not for L3.
  consents(evidence, '2026-01-13T16:00:00.000Z');
  must(must(must(evidence.persons[1]).standing?.consents)[0]).until = '2026-01-15T00:00:00.000Z';
  must(act(evidence, call).covers[0]).loanId = 'L1';
  const cap = must(evidence.law.rules.find(({ id }) => id === 'US-FREQ-1')) as CapRule;
  evidence.law = { ...evidence.law, rules: [{ ...cap, limit: 1 }] };
  moreOf(evidence, call, [1, 24, 48], { ...agencyCalls, loan: 'L2' });
  act(evidence, more(1)).code = 'refuses';
  const [about] = act(evidence, more(2)).covers;
  act(evidence, more(2)).covers = ['L2', 'L3'].map((loanId) => ({ ...must(about), loanId }));
  act(evidence, more(3)).covers = [{ ...must(about), loanId: second }];

  const found = violationsOf(evidence)['caps-exceeded'] ?? [];

  expect(found.filter((each) => each.includes(more(3))).length > 0).toBe(isFound);
});
