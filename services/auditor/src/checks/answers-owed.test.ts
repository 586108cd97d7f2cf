import { expect, test } from 'vitest';
import type { Evidence, Fact } from '../evidence.js';
import { cleanEvidence } from '../testing/clean-evidence.js';
import { findsOnly, violationsOf } from '../testing/finds-only.js';
import { inserted, ofCase } from '../testing/plant.js';

const id = '/servicing/c1';
const matter = { id, kind: 'complaint', raisedOn: '2026-02-01', dueOn: '2026-02-16' };
const raised = (how: Partial<typeof matter> = {}): Fact => ({
  type: 'matter-raised',
  at: '2026-02-01T02:00:00.000Z',
  matter: { ...matter, ...how },
});
const answered = (on: string, how: Record<string, unknown> = {}): Fact => ({
  type: 'matter-answered',
  at: `${on}T02:00:00.000Z`,
  matterId: id,
  on,
  outcome: 'rejected',
  ...how,
});
const overdue: Fact = { type: 'matter-overdue', at: '2026-02-17T00:00:00.000Z', matterId: id, dueOn: '2026-02-16' };
const extended = (how: Record<string, unknown> = {}): Fact => ({
  type: 'matter-extended',
  at: '2026-02-10T02:00:00.000Z',
  matterId: id,
  dueOn: '2026-03-03',
  extension: { ground: 'complex', on: '2026-02-10', by: 'operator/a', ...how },
});
const asked = (by = 'operator/a'): Fact => ({
  type: 'matter-extension-asked',
  at: '2026-02-09T02:00:00.000Z',
  matterId: id,
  extension: { ground: 'very-complex', on: '2026-02-09', by },
});
const declined: Fact = {
  type: 'matter-extension-declined',
  at: '2026-02-09T03:00:00.000Z',
  matterId: id,
  because: 'can-be-answered',
  by: 'operator/b',
};
const held = (person: string): Fact => ({
  type: 'hold-placed',
  at: '2026-01-01T00:00:00.000Z',
  hold: { id, reason: 'complaint', scope: { person }, stops: ['escalation'], from: '2026-01-01T00:00:00.000Z' },
});
/** Told of L1, in China, in that order. */
const told = (evidence: Evidence, ...facts: Fact[]): Evidence =>
  facts.reduceRight((so, fact) => inserted(so, 't/L1/1', 'stage-passed-over', fact), evidence);
const ofRecord = (credit: string, at: string, dueOn = '2026-02-21'): Fact => ({
  type: 'credit-noted',
  at,
  credit,
  disputeId: 'd1',
  dueOn,
});
const disputed = ofRecord('disputed', '2026-02-01T02:00:00.000Z');
const recordSubject = 't/L1/1: the dispute d1 of the credit record';
const subject = `t/L1/1: the complaint ${id}`;
const silent = `${subject} was not answered by 2026-02-16, and nobody said so`;

findsOnly('answers-owed', [
  [
    'a dispute of the credit record that nobody answered and nobody said so',
    (evidence) => told(evidence, disputed),
    `${recordSubject} was not answered by 2026-02-21, and nobody said so`,
  ],
  [
    'a dispute of the credit record with a later day than the law gives',
    (evidence) =>
      told(
        evidence,
        ofRecord('disputed', '2026-02-01T02:00:00.000Z', '2026-02-22'),
        ofRecord('answered', '2026-02-20T02:00:00.000Z'),
      ),
    `${recordSubject} is to be answered by 2026-02-22, by law by 2026-02-21`,
  ],
  ['one that nobody answered and nobody said so', (evidence) => told(evidence, raised()), silent],
  [
    'one that was answered a day late and nobody said so',
    (evidence) => told(evidence, raised(), answered('2026-02-17')),
    silent,
  ],
  [
    'one with a later day than the law gives',
    (evidence) => told(evidence, raised({ dueOn: '2026-02-17' }), answered('2026-02-16')),
    `${subject} is to be answered by 2026-02-17, by law by 2026-02-16`,
  ],
  [
    'days taken on a ground the law does not name',
    (evidence) => told(evidence, raised(), extended({ ground: 'busy' }), answered('2026-02-16')),
    `${subject} is to be answered by 2026-03-03, by law by 2026-02-16`,
  ],
  [
    'days taken without the leave the law asks for',
    (evidence) => told(evidence, raised(), extended({ ground: 'very-complex' }), answered('2026-02-16')),
    `${subject} is to be answered by 2026-03-03, by law by 2026-02-16`,
  ],
  ...(
    [
      ['that its asker gave under another name', [asked()], { approvedBy: 'operator/a/as/boss' }],
      ['that nobody had asked for', [], { approvedBy: 'operator/b' }],
      ['after it was declined', [asked(), declined], { approvedBy: 'operator/b' }],
      ['for days somebody else had asked for', [asked('operator/b')], { approvedBy: 'operator/b' }],
    ] as const
  ).map(([what, before, by]): [string, (evidence: Evidence) => Evidence, string] => [
    `days taken by a leave ${what}`,
    (evidence) =>
      told(evidence, raised(), ...before, extended({ ground: 'very-complex', ...by }), answered('2026-02-16')),
    `${subject} is to be answered by 2026-03-03, by law by 2026-02-16`,
  ]),
  [
    'days taken when the day was over',
    (evidence) => told(evidence, raised(), overdue, extended({ on: '2026-02-17' }), answered('2026-02-20')),
    `${subject} is to be answered by 2026-03-03, by law by 2026-02-16`,
  ],
  [
    'a matter of a case that its journal does not tell of',
    ({ cases }) => void Object.assign(ofCase(cases, 't/L1/1'), { matters: [{ id: 'c2' }] }),
    't/L1/1: c2 is a matter of the case and not in its journal',
  ],
]);

const nothing = (...facts: Fact[]): void => expect(violationsOf(told(cleanEvidence(), ...facts))).toEqual({});

test('one that was answered on its last day is as it must be', () => nothing(raised(), answered('2026-02-16')));
test('one that was answered late, and said to be late, is as it must be', () =>
  nothing(raised(), overdue, answered('2026-03-01')));
test('one that was taken back before its day is as it must be', () =>
  nothing(raised(), { type: 'matter-released', at: '2026-02-10T02:00:00.000Z', matterId: id, because: 'withdrawn' }));
test('days the law gives count once they were taken in time', () =>
  nothing(raised(), extended(), answered('2026-03-03')));
test('days that take leave count once a second person gave it to whoever had asked', () =>
  nothing(raised(), asked(), extended({ ground: 'very-complex', approvedBy: 'operator/b' }), answered('2026-03-03')));
test('one whose day is not over yet is as it must be', () =>
  nothing(raised({ raisedOn: '2026-03-06', dueOn: '2026-03-21' })));

test('somebody is not asked to pay while a dispute or complaint of theirs is open', () => {
  const facts = [
    held('P3'),
    { ...raised({ raisedOn: '2026-01-12', dueOn: '2026-01-27' }), at: '2026-01-12T00:00:00.000Z' },
    { ...answered('2026-01-20'), at: '2026-01-20T02:00:00.000Z' },
  ];
  const evidence = facts.reduceRight((so, fact) => inserted(so, 't/L3/1', 'strategy-pinned', fact), cleanEvidence());
  expect(violationsOf(evidence)['answers-owed']).toEqual([
    expect.stringMatching(
      /^t\/L3\/1\/1\/call-1\/2 began at 2026-01-13T\S+ while t\/L3\/1: the complaint \S+ was open$/,
    ),
  ]);
});

test('a dispute of the credit record is in order when it was answered in its days, or said to have been missed', () => {
  nothing(disputed, ofRecord('answered', '2026-02-20T02:00:00.000Z'));
  nothing(disputed, ofRecord('answer-overdue', '2026-02-21T16:00:00.000Z'));
});
