import { expect, test } from 'vitest';
import type { AuditedHold } from '../audited-hold.js';
import type { Evidence } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, byRule, must, sms, withoutNumber } from '../testing/plant.js';

const proved = { acts: [], days: ['2026-01-05'] };
const [first, second, third, fourth] = [1, 2, 3, 4].map(more);

/** Somebody else is called about P1, on days of the person. */
const called = (evidence: Evidence, role: string, times: number, change: object = {}, namedBy = 'borrower'): void => {
  withoutNumber(evidence, '2026-01-05');
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

/** P1 was called in vain on three days. */
const tried = (evidence: Evidence): void => {
  const like = { ...act(evidence, sms), personId: 'P1', kind: 'place-call', channel: 'call', result: 'answered' };
  for (const day of [3, 4, 5]) {
    const begunAt = `2026-01-0${day}T02:00:00.000Z`;
    evidence.acts.push({ ...like, begunAt, id: `try-${day}`, code: 'no-answer', covers: [] });
    must(evidence.outside).received.push({ id: `try-${day}`, channel: 'call', at: begunAt, to: like.blindIndex ?? '' });
  }
};
/** A contact person called on the proof of these acts. */
const provedBy = (evidence: Evidence, acts: string[]): void => {
  called(evidence, 'emergency-contact', 1, { unreachable: { acts, days: [] } });
  tried(evidence);
};
/** L1 was taken on, with calls of P1 before. */
const broughtAlong = (evidence: Evidence, contacts: string[], answered = ''): void => {
  const event = must(evidence.accepted.find(({ id }) => id === '/servicing/e1'));
  event.type = 'loan-taken-on';
  const record = must(evidence.incoming.find(({ place }) => place === event.place));
  for (const [nth, contactId] of contacts.entries())
    record.news?.push({
      news: 'contact',
      contactId,
      personId: 'P1',
      channel: 'call',
      at: `2025-12-1${nth}T02:00:00.000Z`,
      connected: contactId === answered,
    });
};

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
    'a proof of calls that nobody made',
    (evidence) => called(evidence, 'emergency-contact', 1, { unreachable: { acts: ['x/1', 'x/2', 'x/3'], days: [] } }),
    withoutProof,
  ],
  ['a proof of one call told three times', (evidence) => provedBy(evidence, ['try-3', 'try-3', 'try-3']), withoutProof],
  [
    'a proof of calls brought along that no loan taken on told of',
    (evidence) => provedBy(evidence, ['taken-on/c1', 'taken-on/c2', 'taken-on/c3']),
    withoutProof,
  ],
  [
    'a proof of calls brought along of which one was answered',
    (evidence) => {
      broughtAlong(evidence, ['c1', 'c2', 'c3'], 'c2');
      provedBy(evidence, ['taken-on/c1', 'taken-on/c2', 'taken-on/c3']);
    },
    withoutProof,
  ],
  [
    'a proof of a day on which no number was found invalid',
    (evidence) => called(evidence, 'emergency-contact', 1, { unreachable: { acts: [], days: ['2026-01-04'] } }),
    withoutProof,
  ],
  [
    'a proof of invalid numbers where another was verified and is not',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      must(evidence.persons[0]).points?.push({ pointId: 'new', kind: 'mobile', verifiedOn: '2026-01-05' });
    },
    withoutProof,
  ],
  [
    'a proof of calls in vain of which one was answered',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      tried(evidence);
      act(evidence, 'try-5').code = 'voicemail';
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
  ['a contact person after three calls in vain', (evidence) => provedBy(evidence, ['try-3', 'try-4', 'try-5'])],
  [
    'a contact person after calls in vain that were brought along',
    (evidence) => {
      broughtAlong(evidence, ['c1', 'c2']);
      provedBy(evidence, ['taken-on/c1', 'taken-on/c2', 'try-5']);
    },
  ],
  [
    'a contact person after calls that Kafka has thrown away',
    (evidence) => {
      evidence.kafkaIsCut = true;
      provedBy(evidence, ['taken-on/c1', 'try-4', 'try-5']);
    },
  ],
  [
    'a contact person although the number was verified anew since',
    (evidence) => {
      called(evidence, 'emergency-contact', 1);
      tried(evidence);
      Object.assign(act(evidence, 'try-5'), { code: 'invalid-number', concludedAt: '2026-01-05T02:01:00.000Z' });
      must(evidence.persons[0]).points = [{ pointId: 'old', kind: 'mobile', verifiedOn: '2026-01-08' }];
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
