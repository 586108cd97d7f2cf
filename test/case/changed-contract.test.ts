import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { openHolds } from '@recourse/domain/holds/held-days';
import { describe, expect, test } from 'vitest';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

const head = (world: CaseWorld, id: string) => ({ eventId: id, occurredAt: world.now, currency: 'CNY' });
const accelerated = (world: CaseWorld, change: object = {}): LoanFact => ({
  ...head(world, 'accelerated'),
  type: 'loan-accelerated',
  accelerationId: 'a-1',
  on: '2026-01-20',
  from: 2,
  due: { principal: 900_000 },
  arrearsTotal: 1_001_000,
  outstandingTotal: 1_001_000,
  ...change,
});
const undone = (world: CaseWorld): LoanFact => ({
  ...head(world, 'undone'),
  type: 'acceleration-undone',
  accelerationId: 'a-1',
  undoneOn: '2026-01-25',
  because: 'agreed',
});
const restructured = (world: CaseWorld, change: object = {}): LoanFact => ({
  ...head(world, 'restructured'),
  type: 'loan-restructured',
  restructuringId: 'r-1',
  on: '2026-01-20',
  replaces: { from: 1, to: 12 },
  takenOver: { principal: 100_000, interest: 1_000 },
  overdue: 'capitalised',
  instalments: [{ number: 13, dueOn: '2026-03-20', due: { principal: 1_001_000, interest: 9_000 } }],
  arrearsTotal: 0,
  outstandingTotal: 1_010_000,
  ...change,
});
const assigned = (world: CaseWorld, notifiedOn?: string): LoanFact => ({
  ...head(world, `assigned-${notifiedOn}`),
  type: 'creditor-changed',
  changeId: 'c-1',
  to: 'east-amc',
  on: '2026-01-20',
  ...(notifiedOn !== undefined && { notifiedOn }),
});

const overdue = (until = '2026-01-20T00:00:00.000Z'): CaseWorld => {
  const world = aWorld();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, until, () => 'delivered');
  world.now = until;
  return world;
};
const contacts = (world: CaseWorld): number => world.facts.filter(({ type }) => type === 'contact-concluded').length;
const named = (world: CaseWorld, type: string) => world.facts.filter((fact) => fact.type === type);
const tasks = ({ kase }: CaseWorld): string[] =>
  (kase?.openTasks ?? []).filter((taskId) => taskId.includes('/discrepancy/'));

describe('an accelerated loan', () => {
  test('owes all of it from the day on; stage, anchor and days past due go on', () => {
    const world = overdue();
    const before = world.kase;

    tell(world, accelerated(world));

    expect(world.kase?.noted).toMatchObject({ arrears: 1_001_000, dpd: 19, oldestUnpaidDueOn: '2026-01-01' });
    expect(world.kase).toMatchObject({ stage: before?.stage, round: before?.round, anchorOn: before?.anchorOn });
    expect(named(world, 'acceleration-noted')).toMatchObject([{ due: 900_000, from: 2, cause: 'accelerated' }]);
  });

  test('undone, owes what it owed before, in the round it is in', () => {
    const world = overdue();
    tell(world, accelerated(world));
    world.now = '2026-01-25T00:00:00.000Z';

    tell(world, undone(world));

    expect(world.kase?.noted).toMatchObject({ arrears: 101_000, oldestUnpaidDueOn: '2026-01-01' });
    expect(world.kase?.round).toBe(1);
  });

  test('cured of its instalment by money, and owing by the acceleration alone, is lowered to where its younger arrears belong', () => {
    const world = overdue('2026-02-20T00:00:00.000Z');
    tell(world, accelerated(world, { on: '2026-02-19' }));
    const { stage } = world.kase ?? {};

    tell(world, paid(world, 'p', 101_000, '2026-02-20'));

    expect(world.kase?.noted).toMatchObject({ arrears: 900_000, dpd: 1, oldestUnpaidDueOn: '2026-02-19' });
    expect(stage).not.toBe('reminder');
    expect(world.kase).toMatchObject({ stage: 'reminder', round: 2 });
  });

  test('without the notice the law wants owes no more than before, and somebody is to look into it until it is undone', () => {
    const world = overdue();

    tell(world, accelerated(world, { against: ['UK-DN-1-ACCELERATE'] }));

    expect(world.kase?.noted.arrears).toBe(101_000);
    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'acceleration/a-1', about: 'acceleration', ours: 0, theirs: 900_000 } },
    ]);
    expect(tasks(world)).toEqual(['test/loan-1/1/1/discrepancy/1']);
    tell(world, undone(world));
    expect(named(world, 'discrepancy-solved')).toMatchObject([{ discrepancyId: 'acceleration/a-1', by: 'news' }]);
    expect(tasks(world)).toEqual([]);
  });
});

describe('arrears as servicing tells them', () => {
  const wrong = { arrearsTotal: 1_001_500, outstandingTotal: 1_001_500 };

  test('that are not ours are somebody’s work, and nothing of what is owed moves', () => {
    const world = overdue();

    tell(world, accelerated(world, wrong));

    expect(world.kase?.noted.arrears).toBe(1_001_000);
    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'arrears/2026-01-20', about: 'arrears', ours: 1_001_000, theirs: 1_001_500 } },
    ]);
    expect(tasks(world)).toHaveLength(1);
  });

  test('are solved by news of what they knew and we did not', () => {
    const world = overdue();
    tell(world, accelerated(world, wrong));

    tell(world, {
      ...head(world, 'charged'),
      type: 'charge-added',
      chargeId: 'c',
      component: 'fees',
      amount: 500,
      dueOn: '2026-01-15',
    });

    expect(named(world, 'discrepancy-solved')).toMatchObject([{ by: 'news' }]);
    expect(tasks(world)).toEqual([]);
  });

  test('told before money of that day was booked, or known, differ in nothing', () => {
    const world = overdue();
    tell(world, accelerated(world));
    tell(world, paid(world, 'same-day', 1_000, '2026-01-20'));
    world.now = '2026-01-22T00:00:00.000Z';
    tell(world, paid(world, 'back-dated', 1_000, '2026-01-18'));

    expect(named(world, 'discrepancy-found')).toEqual([]);
  });
});

describe('a restructured loan', () => {
  test('is monitored, and owes what of its new schedule is missed, in a new round from the first stage', () => {
    const world = overdue();

    tell(world, restructured(world));

    expect(world.kase).toMatchObject({ stage: 'monitoring', noted: { arrears: 0 } });
    world.now = '2026-03-21T00:00:00.000Z';
    const next: LoanFact = {
      ...head(world, 'miss-13'),
      type: 'instalment-missed',
      terms: world.terms,
      instalment: { number: 13, dueOn: '2026-03-20', due: { principal: 1_001_000, interest: 9_000 } },
      asOf: '2026-03-21',
      arrearsTotal: 1_010_000,
      outstandingTotal: 1_010_000,
    };
    tell(world, next);
    playUntil(world, '2026-03-26T00:00:00.000Z', () => 'delivered');
    expect(world.kase).toMatchObject({
      stage: 'reminder',
      round: 2,
      anchorOn: '2026-03-20',
      noted: { arrears: 1_010_000 },
    });
  });

  test('of which servicing took over more than was open: somebody looks into it once, whatever comes after', () => {
    const world = overdue();
    tell(world, paid(world, 'p', 40_000, '2026-01-15'));

    tell(world, restructured(world));

    expect(named(world, 'discrepancy-found')).toMatchObject([
      { discrepancy: { id: 'taken-over/r-1', ours: 61_000, theirs: 101_000 } },
    ]);
    const [taskId = ''] = tasks(world);
    const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
    turn(world, [{ itemId: 'answer', at: world.now, kind: 'task-answer', taskId, outcome }]);
    expect(named(world, 'discrepancy-solved')).toMatchObject([{ by: 'person' }]);
    expect(tasks(world)).toEqual([]);
    turn(world);
    expect(named(world, 'discrepancy-found')).toHaveLength(1);
  });

  test('whose sums come to agree by later news needs nobody any more', () => {
    const world = overdue();
    tell(world, paid(world, 'p', 40_000, '2026-01-15'));
    tell(world, restructured(world));

    tell(world, {
      ...head(world, 'reversed'),
      type: 'payment-reversed',
      paymentId: 'p',
      reversedOn: '2026-01-18',
      reason: 'booked-in-error',
    });

    expect(named(world, 'discrepancy-solved')).toMatchObject([{ discrepancyId: 'taken-over/r-1', by: 'news' }]);
    expect(tasks(world)).toEqual([]);
    expect(world.kase?.noted.arrears).toBe(0);
  });
});

describe('a claim that was assigned', () => {
  test('is nobody’s to collect until the notice to the debtor is proved; then the calls go on', () => {
    const world = overdue();
    tell(world, assigned(world));

    expect(openHolds(world.kase?.holds ?? [], world.now)).toMatchObject([
      { id: 'assigned/c-1', reason: 'assigned', stops: ['contact', 'escalation', 'legal'] },
    ]);
    const command = { command: 'end-hold', holdId: 'assigned/c-1' } as const;
    turn(world, [{ kind: 'command', itemId: 'end', at: world.now, actor: 'ann', command }]);
    expect(openHolds(world.kase?.holds ?? [], world.now)).toHaveLength(1);
    const before = contacts(world);
    playUntil(world, '2026-02-10T00:00:00.000Z', () => 'delivered');
    expect(contacts(world)).toBe(before);
    world.now = '2026-02-10T00:00:00.000Z';
    tell(world, assigned(world, '2026-02-08'));
    expect(openHolds(world.kase?.holds ?? [], world.now)).toEqual([]);
    playUntil(world, '2026-03-01T00:00:00.000Z', () => 'delivered');
    expect(contacts(world)).toBeGreaterThan(before);
  });

  test('and proved at once holds nothing', () => {
    const world = overdue();

    tell(world, assigned(world, '2026-01-20'));

    expect(openHolds(world.kase?.holds ?? [], world.now)).toEqual([]);
    expect(named(world, 'creditor-noted')).toMatchObject([{ to: 'east-amc', notifiedOn: '2026-01-20' }]);
  });
});
