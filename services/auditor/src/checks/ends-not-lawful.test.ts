import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { act, inserted, sms } from '../testing/plant.js';

const begun = (evidence: Evidence): string => act(evidence, sms).begunAt;
/** The instalment of the clean world is of 1 January 2026: by the shipped law its claim ends on 2029-01-01. */
const lawful = '2029-01-01';
const noted = (state: string, at: string, endsOn = lawful): Fact => ({ type: 'limitation-noted', at, state, endsOn });
const before = '2026-01-02T00:00:00.000Z';
/** The same world under a law by which every claim ends after four days, on the 5th of January; each case says so on the 6th. */
const ended = '2026-01-05';
const brief = (evidence: Evidence, saidAt = '2026-01-06T00:00:00.000Z'): Evidence => {
  const limitations = evidence.law.limitations?.map((rule) =>
    rule.clock === 'limitation' ? { ...rule, length: { count: 4, unit: 'days' as const } } : rule,
  );
  const world = { ...evidence, law: { ...evidence.law, ...(limitations && { limitations }) } };
  return ['t/L1/1', 't/L2/1', 't/L3/1'].reduce(
    (so, caseId) => inserted(so, caseId, 'position-noted', noted('expired', saidAt, ended)),
    world,
  );
};
/** Told of the case whose message the clean world has. */
const told = (evidence: Evidence, ...facts: Fact[]): Evidence => {
  const caseId = act(evidence, sms).covers[0]?.caseId ?? '';
  return facts.reduceRight((so, fact) => inserted(so, caseId, 'strategy-pinned', fact), evidence);
};
const threatening = (evidence: Evidence): Evidence => {
  act(evidence, sms).notice = 'legal';
  return evidence;
};
const letter = `${sms} (send-reminder) began at ${begun(cleanEvidence())}`;
/** The day on which the money of payment p1 came. */
const [paidOn, later] = ['2026-03-20', '2026-03-20T16:00:00.000Z'];
const anew = (by: { what: string; id: string }): Fact => ({
  type: 'limitation-interrupted',
  at: later,
  ground: 'part-payment',
  on: paidOn,
  proof: [],
  by,
});
const paidBy = (evidence: Evidence, payer: string): Evidence => {
  for (const { news = [] } of evidence.incoming)
    for (const each of news) if (each.news === 'payment' && each.paymentId === 'p1') each.payer = payer;
  return evidence;
};
const proposed = (proposedBy: string): Fact => ({
  type: 'write-off-proposed',
  at: before,
  writeOff: { id: 'w1', proposedBy },
});
const approved = (approvedBy: string): Fact => ({ type: 'written-off', at: before, writeOffId: 'w1', approvedBy });

findsOnly('ends-not-lawful', [
  [
    'a lawyer’s letter after the limitation was over',
    (evidence) => brief(threatening(evidence)),
    ['t/L1/1', 't/L2/1'].map((caseId) => `${letter}, after the limitation of ${caseId} was over`),
  ],
  [
    'a lawyer’s letter after the end, of which the case spoke too late',
    (evidence) => brief(threatening(evidence), '2026-02-01T00:00:00.000Z'),
    ['t/L1/1', 't/L2/1'].map((caseId) => `${letter}, after the limitation of ${caseId} was over`),
  ],
  [
    'an end that is never told of',
    (evidence) => ({ ...evidence, law: brief(evidence).law }),
    ['t/L1/1', 't/L2/1'].map((caseId) => `${caseId} does not say that its limitation is over since ${ended}`),
  ],
  [
    'an end that is a day off',
    (evidence) => told(evidence, noted('running', before, '2028-12-31')),
    /^the limitation of t\/L1\/1 is said on 2026-01-02 to be running until 2028-12-31; by CN-LIM-1 \(.*\) it is running until 2029-01-01$/,
  ],
  [
    'a claim said to be over that is not',
    (evidence) => told(evidence, noted('expired', before)),
    /said on 2026-01-02 to be over since 2029-01-01; by CN-LIM-1 .* it is running until 2029-01-01$/,
  ],
  [
    'a beginning anew by the money of another',
    (evidence) => told(paidBy(evidence, 'third-party'), anew({ what: 'payment', id: 'p1' }), noted('running', later)),
    /^t\/L1\/1: nothing shows the part-payment by payment p1 that let its limitation begin anew$/,
  ],
  [
    'a beginning anew by a promise nobody made',
    (evidence) => told(evidence, { ...anew({ what: 'promise', id: 'x' }), ground: 'promise' }, noted('running', later)),
    /^t\/L1\/1: nothing shows the promise by promise x that let its limitation begin anew$/,
  ],
  [
    'a write-off approved by whoever proposed it',
    (evidence) => told(evidence, proposed('a'), approved('a')),
    /w1 is written off by a alone$/,
  ],
  [
    'a write-off approved at the terminal of whoever proposed it, under another name',
    (evidence) => told(evidence, proposed('operator/u'), approved('operator/u/as/boss')),
    /w1 is written off by operator\/u\/as\/boss alone$/,
  ],
  ['a write-off nobody proposed', (evidence) => told(evidence, approved('b')), /w1 is written off by b alone$/],
]);

test('a letter before the end, one after the end was taken back, and two persons are in order', () => {
  const evidence = threatening(cleanEvidence());
  expect(violationsOf(evidence)).toEqual({});
  const proved: Fact = {
    ...anew({ what: 'document', id: 'd1' }),
    at: '2026-01-06T01:00:00.000Z',
    ground: 'acknowledgement',
    on: '2026-01-04',
  };
  const backAgain = (so: Evidence, caseId: string): Evidence =>
    [
      noted('expired', '2026-01-06T00:00:00.000Z', ended),
      proved,
      noted('running', '2026-01-06T01:00:00.000Z', '2026-01-08'),
      noted('expired', '2026-01-09T00:00:00.000Z', '2026-01-08'),
    ].reduceRight((world, fact) => inserted(world, caseId, 'strategy-pinned', fact), so);
  const world = ['t/L1/1', 't/L2/1'].reduce(backAgain, { ...evidence, law: brief(evidence).law });
  expect(violationsOf(world)).toEqual({});
  expect(violationsOf(told(evidence, proposed('a'), approved('b')))).toEqual({});
  expect(violationsOf(told(evidence, proposed('operator/u/as/li'), approved('operator/w/as/li')))).toEqual({});
});

test('the debtor’s own money begins a claim anew, from the day it came', () => {
  const paid = paidBy(cleanEvidence(), 'debtor');
  const begunAnew = (endsOn: string): Evidence =>
    told(paid, anew({ what: 'payment', id: 'p1' }), noted('running', later, endsOn));
  expect(violationsOf(begunAnew('2029-03-20'))).toEqual({});
  expect(Object.keys(violationsOf(begunAnew('2029-03-21')))).toEqual(['ends-not-lawful']);
});

test('a promise begins a claim anew on the day it was made, however late the case read of it', () => {
  const late: Fact = { type: 'promise-made', at: later, promiseId: 'x', madeAt: '2026-03-18T02:00:00.000Z' };
  const begunAnew = (on: string, endsOn: string): Evidence => {
    const by = { ...anew({ what: 'promise', id: 'x' }), ground: 'promise', on };
    return told(cleanEvidence(), late, by, noted('running', later, endsOn));
  };
  expect(violationsOf(begunAnew('2026-03-18', '2029-03-18'))).toEqual({});
  expect(JSON.stringify(violationsOf(begunAnew('2026-03-20', '2029-03-20')))).toContain('nothing shows the promise');
});

test('a message that threatens nothing may be sent after the limitation is over', () => {
  expect(violationsOf(brief(cleanEvidence()))).toEqual({});
});
