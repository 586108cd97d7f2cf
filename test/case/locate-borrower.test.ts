import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import { aWorld, missed, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { threeFailedCalls } from '../builders/third-party-records.js';

const calls: LedgerEntry[] = threeFailedCalls.map((entry, n) => ({ ...entry, at: `2026-01-1${n + 1}T06:00:00.000Z` }));
const reached: LedgerEntry[] = [
  ...calls,
  { ...(calls[0] as LedgerEntry), actId: 'reached', at: '2026-01-15T06:00:00.000Z', connected: true, rightParty: true },
];

/** The shipped ladder, in whose call stage an unreachable borrower is looked for twice and called on the number that is found. */
const strategy = (): Strategy => {
  const shipped = shippedStrategy();
  const found = {
    step: 'call-found',
    act: 'place-call',
    by: 'desk',
    at: '14:00',
    tries: 1,
    everyDays: 1,
    validForDays: 5,
    ifLate: 'lapse',
  } as const;
  const stages = shipped.stages.map((stage) =>
    stage.stage === 'call' ? { ...stage, steps: [...stage.steps, found] } : stage,
  );
  return { ...shipped, locate: { tries: 2, days: 7, call: 'call-found' }, stages };
};

/** On ladder day 14, in the call stage, by then unreachable. */
const unreachable = (): CaseWorld => {
  const world = aWorld();
  world.strategy = strategy();
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-15T00:00:00.000Z', () => 'no-answer');
  world.now = '2026-01-15T00:00:00.000Z';
  world.person = { ...world.person, ledger: calls };
  turn(world);
  return world;
};
const searches = (world: CaseWorld): string[] =>
  world.kase?.openTasks.filter((id) => id.includes('/locate-debtor-')) ?? [];
const opened = (world: CaseWorld): string[] =>
  world.facts.flatMap((fact) => (fact.type === 'task-opened' && fact.to === 'locate-debtor' ? [fact.taskId] : []));
const answer = (world: CaseWorld): void => {
  const taskId = searches(world)[0] ?? 'test/loan-1/1/1/locate-debtor-1/1';
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ kind: 'task-answer', itemId: `done/${taskId}`, at: world.now, taskId, outcome }]);
};
const newNumber = (world: CaseWorld): void => {
  const number = { pointId: 'm2', kind: 'mobile', valid: true, verifiedOn: '2026-01-15' } as const;
  world.person = { ...world.person, points: [...world.person.points, number] };
  turn(world, [{ kind: 'person-known', itemId: 'known', at: world.now, personId: 'p1' }]);
};

describe('a borrower who is unreachable', () => {
  test('is looked for, by one task at a time', () => {
    const world = unreachable();
    turn(world);
    expect(searches(world)).toEqual(['test/loan-1/1/1/locate-debtor-1/1']);
    expect(opened(world)).toHaveLength(1);
  });

  test('is looked for as often as the strategy says, and no more', () => {
    const world = unreachable();
    for (let n = 0; n < 4; n++) answer(world);
    expect(opened(world).map((id) => id.split('/')[4])).toEqual(['locate-debtor-1', 'locate-debtor-2']);
    expect(searches(world)).toEqual([]);
    expect(world.facts.filter((fact) => fact.type === 'step-done' && fact.by === 'not-found')).toHaveLength(2);
  });

  test('is called on the number that was found', () => {
    const world = unreachable();
    newNumber(world);
    expect(searches(world)).toEqual([]);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'step-done', step: 'locate-debtor-1', by: 'found' }),
    );
    const done = playUntil(world, '2026-01-20T00:00:00.000Z', () => 'no-answer').map(({ planId }) => planId);
    expect(done.filter((id) => id.includes('/call-found/'))).toEqual(['test/loan-1/1/1/call-found/1']);
    const called = world.facts.flatMap((fact) =>
      fact.type === 'contact-concluded' && fact.planId.includes('/call-found/1') && fact.act ? [fact.act] : [],
    );
    expect(called).toMatchObject([{ personId: 'p1', pointId: 'm2' }]);
  });

  test('is looked for no more once reached otherwise, and nobody is called for it', () => {
    const world = unreachable();
    world.person = { ...world.person, ledger: reached };
    turn(world);
    expect(searches(world)).toEqual([]);
    expect(world.facts.some(({ type }) => type === 'alternative-called-in')).toBe(false);
  });

  test('is looked for no more once nothing is overdue', () => {
    const world = unreachable();
    tell(world, paid(world, 'all', 101_000, '2026-01-15'));
    expect(searches(world)).toEqual([]);
  });

  test('is not looked for by a strategy that does not say so', () => {
    const world = aWorld();
    world.person = { ...world.person, ledger: calls };
    tell(world, missed(world, 1, '2026-01-01'));
    playUntil(world, '2026-01-20T00:00:00.000Z', () => 'no-answer');
    expect(opened(world)).toEqual([]);
  });
});
