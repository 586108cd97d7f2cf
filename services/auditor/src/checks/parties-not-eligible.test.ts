import { expect, test } from 'vitest';
import type { AuditedHold, Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, byRule, must, sms } from '../testing/plant.js';

const proved = { acts: [], days: ['2026-01-05'] };
const [first, second, third, fourth] = [1, 2, 3, 4].map(more);

/** Somebody else is called about P1, on days of the person. */
const called = (evidence: Evidence, role: string, times: number, change: object = {}, namedBy = 'borrower'): void => {
  evidence.persons.push({ personId: 'P5', zone: 'Asia/Shanghai', relations: [{ to: 'P1', role, namedBy }], holds: [] });
  const hours = Array.from({ length: times }, (_, nth) => 1 + 24 * nth);
  const like = {
    kind: 'place-call',
    channel: 'call',
    loan: 'L1',
    personId: 'P5',
    purpose: 'locate',
    result: 'answered',
  };
  moreOf(evidence, sms, hours, { ...like, code: 'no-answer', unreachable: proved, ...change });
};
const held = (reason: string, more: Partial<AuditedHold> = {}): AuditedHold => ({
  id: reason,
  reason,
  scope: { person: 'P1' },
  stops: ['contact'],
  from: '2026-01-06T02:30:00.000Z',
  until: '2026-01-07T00:00:00.000Z',
  ...more,
});
const withoutProof = ['CN-3P-2', 'OWN-PARTY-3'].map(
  (rule) =>
    `${first} to emergency-contact without debtor-unreachable or debtor-died or debtor-incapable: ${byRule(rule)}`,
);

findsOnly('parties-not-eligible', [
  [
    'a fourth call to a contact person',
    (evidence) => called(evidence, 'emergency-contact', 4),
    `${fourth} to emergency-contact: more than 3: ${byRule('OWN-PARTY-3')}`,
  ],
  [
    'a second question to an employer',
    (evidence) => called(evidence, 'employer', 2),
    `${second} to employer: more than 1: ${byRule('OWN-PARTY-4')}`,
  ],
  [
    'a contact person whom the borrower did not name',
    (evidence) => called(evidence, 'emergency-contact', 1, {}, 'directory'),
    `${first} to emergency-contact without provenance-named-by-borrower: ${byRule('OWN-PARTY-2')}`,
  ],
  [
    'a contact person while the borrower could be reached',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      delete act(evidence, must(first)).unreachable;
    },
    withoutProof,
  ],
  [
    'a proof of calls in vain of which one was answered',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      const tried = { personId: 'P1', kind: 'place-call', channel: 'call', result: 'answered' };
      const like = { ...act(evidence, sms), ...tried };
      const at = (day: string): object => ({
        begunAt: `2026-01-0${day}T02:00:00.000Z`,
        id: `try-${day}`,
        code: 'no-answer',
        covers: [],
      });
      evidence.acts.push({ ...like, ...at('3') }, { ...like, ...at('4') }, { ...like, ...at('5'), code: 'voicemail' });
      for (const { id, begunAt, blindIndex = '' } of evidence.acts.slice(-3))
        must(evidence.outside).received.push({ id, channel: 'call', at: begunAt, to: blindIndex });
      act(evidence, must(first)).unreachable = { acts: ['try-3', 'try-4', 'try-5'], days: ['2026-01-03'] };
    },
    withoutProof,
  ],
  [
    'a lawyer when nobody had said that one speaks for the debtor',
    (evidence) => called(evidence, 'attorney', 1, { purpose: 'collect' }),
    `${first} to attorney without proof-of-authority: ${byRule('OWN-PARTY-5')}`,
  ],
]);

test.each<[what: string, change: (evidence: Evidence) => void]>([
  ['a contact person three times', (evidence) => called(evidence, 'emergency-contact', 3)],
  ['an employer once', (evidence) => called(evidence, 'employer', 1)],
  [
    'a contact person of who died',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      delete act(evidence, must(first)).unreachable;
      must(evidence.persons[0]).holds.push(held('death'));
    },
  ],
  [
    'the lawyer of who is represented',
    (evidence) => {
      called(evidence, 'attorney', 1, { purpose: 'collect' });
      must(evidence.persons[0]).holds.push(held('represented'));
    },
  ],
  ['a guarantor on paper', (evidence) => called(evidence, 'guarantor', 1, { purpose: 'collect' })],
])('%s may be contacted', (_what, change) => {
  const evidence = cleanEvidence();

  change(evidence);

  expect(violationsOf(evidence)['parties-not-eligible']).toBeUndefined();
});

test('a cap of so many days forgets what was before them', () => {
  const evidence = cleanEvidence();
  const rules = evidence.law.rules.map((rule) => (rule.id === 'OWN-PARTY-4' ? { ...rule, maxContactsDays: 2 } : rule));
  evidence.law = { ...evidence.law, rules };
  called(evidence, 'employer', 3);

  evidence.acts = evidence.acts.filter(({ id }) => id !== second);
  expect(violationsOf(evidence)['parties-not-eligible']).toBeUndefined();

  must(evidence.acts.find(({ id }) => id === third)).begunAt = '2026-01-07T03:00:00.000Z';
  expect(violationsOf(evidence)['parties-not-eligible']).toEqual([
    `${third} to employer: more than 1: ${byRule('OWN-PARTY-4')}`,
  ]);
});
