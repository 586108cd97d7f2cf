import { expect, test } from 'vitest';
import { asTheyWere } from '../as-they-were.js';
import { breachesIn } from '../breaches.js';
import type { AuditedAct } from '../audited-act.js';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { more, moreOf } from '../testing/more-of.js';
import { act, drop, inserted, must, place, recall, sms } from '../testing/plant.js';

const placedAt = '2026-03-15T15:30:00.000Z';
const backAt = '2026-03-20T16:00:00.000Z';
/** Ten in the morning of the day after the placement, in Shanghai. */
const during = '2026-03-16T02:00:00.000Z';
const longAfter = '2026-03-21T02:00:00.000Z';
const hoursAfterSms = (at: string): number => (Date.parse(at) - Date.parse('2026-01-06T02:00:00.000Z')) / 3_600_000;
const second = 't/L2/1/1/place-1/1';
const [firstAgency, secondAgency] = ['agency-1', 'agency-2'];

const over = (id: string, partnerId: string, at: string) => ({
  type: 'handed-over',
  at,
  to: { kind: 'agency', id, partnerId, round: 1, since: at },
});

const tell = (evidence: Evidence, after: string, fact: Fact): void =>
  void Object.assign(evidence, inserted(evidence, 't/L1/1', after, fact));
const goesOver = (evidence: Evidence): void => tell(evidence, 'step-done', over(place, firstAgency, placedAt));

/** L1 of P1 is with an agency from that evening until it is recalled. */
const withAgency = (evidence: Evidence): void => {
  goesOver(evidence);
  tell(evidence, 'contact-concluded', { type: 'handed-back', at: backAt, placementId: place, because: 'recalled' });
};

type Change = Partial<AuditedAct> & { loan?: string };

/** Another message to P1 about L2. */
const messageAt =
  (at: string, change: Change = {}) =>
  (evidence: Evidence) => {
    withAgency(evidence);
    moreOf(evidence, sms, [hoursAfterSms(at)], { loan: 'L2', ...change });
  };

/** Somebody who is this to these calls for nothing of their own. */
const related = (evidence: Evidence, role: string, to: string): void =>
  void evidence.persons.push({
    personId: 'P5',
    zone: 'Asia/Shanghai',
    relations: [{ to, role, namedBy: 'borrower' }],
    holds: [],
  });

/** What an agency dials by its permit about L2. */
const dialledBy = (agency: string, change: Change = {}) =>
  messageAt(during, {
    kind: 'place-call',
    channel: 'call',
    sender: 'agency',
    actor: agency,
    permitId: 'permit-1',
    result: 'answered',
    code: 'no-answer',
    ...change,
  });

const two = (evidence: Evidence): string[] | undefined => violationsOf(evidence)['collected-by-two'];
const said = (by: string, at = during, loan = 'L1', agency = firstAgency, placement: string = place): string =>
  `${more(1)} by ${by} began at ${at} while loan ${loan} was with ${agency} (${placement})`;

findsOnly('collected-by-two', [
  ['our message about another loan of somebody whose loan an agency has', messageAt(during), said('us')],
  [
    'one a minute and an instant before the case states that the agency gave the loan back',
    (evidence) => {
      messageAt('2026-03-20T12:58:59.999Z')(evidence);
      const at = '2026-03-20T13:00:00.000Z';
      tell(evidence, 'handed-over', { type: 'handed-back', at, placementId: place, because: 'returned' });
    },
    said('us', '2026-03-20T12:58:59.999Z'),
  ],
]);

test.each<[what: string, plant: (evidence: Evidence) => void, words: string]>([
  ['a dial that another agency was given leave for', dialledBy(secondAgency), said(secondAgency)],
  [
    'a message after a handover of which no act is left',
    (evidence) => {
      messageAt(during)(evidence);
      drop(evidence.acts, ({ id }) => id === place);
    },
    said('us'),
  ],
  [
    'a message while nobody has given the loan back',
    (evidence) => {
      goesOver(evidence);
      drop(evidence.acts, ({ id }) => id === recall);
      moreOf(evidence, sms, [hoursAfterSms(longAfter)], { loan: 'L2' });
    },
    said('us', longAfter),
  ],
  [
    'a call to the guardian of somebody whose loan an agency has',
    (evidence) => {
      related(evidence, 'guardian', 'P1');
      messageAt(during, { personId: 'P5' })(evidence);
    },
    said('us'),
  ],
  [
    'a call to whoever owes beside the borrower, about the very loan',
    (evidence) => {
      messageAt(during, { personId: 'P3' })(evidence);
      must(must(evidence.acts.at(-1)).covers[0]).loanId = 'L1';
    },
    said('us'),
  ],
])('%s is found', (_what, plant, words) => {
  const evidence = cleanEvidence();
  plant(evidence);

  expect(two(evidence)).toEqual([words]);
});

test.each<[what: string, plant: (evidence: Evidence) => void]>([
  ['before the handover', messageAt('2026-03-15T02:00:00.000Z')],
  ['in the very instant of the handover', messageAt(placedAt)],
  ['from the turn on that states the return', messageAt(backAt)],
  [
    'after a case was closed that states no return',
    (evidence) => {
      goesOver(evidence);
      drop(evidence.acts, ({ id }) => id === recall);
      tell(evidence, 'handed-over', { type: 'case-closed', at: backAt, ending: 'withdrawn' });
      moreOf(evidence, sms, [hoursAfterSms(longAfter)], { loan: 'L2' });
    },
  ],
  ['within the minute in which the case hears of the return', messageAt('2026-03-20T15:59:00.000Z')],
  [
    'after the recall was concluded, long before the turn that states it',
    (evidence) => {
      messageAt('2026-03-18T02:00:00.000Z')(evidence);
      act(evidence, recall).concludedAt = '2026-03-18T01:59:00.000Z';
    },
  ],
  ['that the law wants', messageAt(during, { purpose: 'legally-required', notice: 'bad-information' })],
  ['that answers the person', messageAt(during, { purpose: 'service' })],
  ['of the agency that has the loan', dialledBy(firstAgency)],
  ['an agency told us of', dialledBy(secondAgency, { reported: true })],
  [
    'with a third party about somebody else',
    (evidence) => {
      related(evidence, 'emergency-contact', 'P3');
      messageAt(during, { personId: 'P5', purpose: 'locate', loan: 'L3' })(evidence);
    },
  ],
  [
    'with who has an agency of their own, and is here the contact person of another',
    (evidence) => {
      must(evidence.persons[0]).relations = [{ to: 'P3', role: 'emergency-contact', namedBy: 'borrower' }];
      messageAt(during, { purpose: 'locate', loan: 'L3' })(evidence);
    },
  ],
  ['with another debtor of another loan', messageAt(during, { personId: 'P3', loan: 'L3' })],
])('a contact %s is collected by nobody else', (_what, plant) => {
  const evidence = cleanEvidence();
  plant(evidence);

  expect(two(evidence)).toBeUndefined();
});

test('what another agency did of its own accord is a breach of that agency, and so told', () => {
  const evidence = cleanEvidence();
  dialledBy(secondAgency, { reported: true })(evidence);

  expect(breachesIn(evidence).unlawful).toContainEqual(said(secondAgency));
});

/** L2 was handed to a second agency a day later, under the name P4 that at that moment turned out to be P1; `by` dials P1 or P4. */
const twiceKnown = (mergedAt: string, by: string, personId = 'P1'): Evidence => {
  const evidence = cleanEvidence();
  withAgency(evidence);
  const later = '2026-03-16T01:00:00.000Z';
  Object.assign(evidence, inserted(evidence, 't/L2/1', 'step-done', over(second, secondAgency, later)));
  const asPlaced = {
    ...act(evidence, place),
    id: second,
    personId: 'P4',
    begunAt: later,
    begunWallAt: Date.parse(later),
  };
  evidence.acts.push(asPlaced);
  const record = { told: { zone: 'Asia/Shanghai' }, points: {}, holds: [], wallAt: Date.parse(mergedAt) };
  must(evidence.persons[0]).records = [
    { ...record, personId: 'P1' },
    { ...record, personId: 'P4' },
  ];
  evidence.persons.push({ personId: 'P4', isMerged: true, holds: [] });
  const change = { sender: 'agency', actor: by, permitId: 'permit-1', personId };
  moreOf(evidence, sms, [hoursAfterSms(during)], { loan: 'L2', ...(by !== 'us' && change), personId });
  return asTheyWere(evidence);
};
const [merged, notYet] = ['2026-03-16T01:30:00.000Z', '2026-03-16T02:30:00.000Z'];

test('of two agencies that turn out to have one human, whoever was handed a loan first keeps them', () => {
  expect(two(twiceKnown(merged, secondAgency))).toEqual([said(secondAgency)]);
  expect(two(twiceKnown(merged, 'us'))).toEqual([said('us')]);
  expect(two(twiceKnown(merged, firstAgency))).toBeUndefined();
});

test('until the merge nobody knew, and each has the record it was handed', () => {
  expect(two(twiceKnown(notYet, secondAgency, 'P4'))).toBeUndefined();
  expect(two(twiceKnown(notYet, firstAgency))).toBeUndefined();
  expect(two(twiceKnown(notYet, 'us', 'P4'))).toEqual([said('us', during, 'L2', secondAgency, second)]);
});

test('once the first has given its loan back the other keeps them', () => {
  const evidence = twiceKnown(merged, secondAgency);
  act(evidence, recall).concludedAt = '2026-03-16T01:59:00.000Z';

  expect(two(evidence)).toBeUndefined();
});
