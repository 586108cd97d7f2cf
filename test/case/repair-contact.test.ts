import { describe, expect, test } from 'vitest';
import type { SeenPerson } from '@recourse/domain/case/seen';
import type { Hold } from '@recourse/domain/holds/hold';
import { aWorld, missed, paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';

/** On ladder day 4, in the reminder stage; the borrower has these points. */
const withPoints = (points: SeenPerson['points'], holds: Hold[] = []): CaseWorld => {
  const world = aWorld();
  world.person = { ...world.person, points, holds };
  tell(world, missed(world, 1, '2026-01-01'));
  playUntil(world, '2026-01-05T00:00:00.000Z', () => 'delivered');
  world.now = '2026-01-05T00:00:00.000Z';
  turn(world);
  return world;
};
const mobile = { pointId: 'm1', kind: 'mobile', valid: true } as const;
const invalid = { ...mobile, valid: false };
const open = (world: CaseWorld): string[] => world.kase?.openTasks ?? [];
const task = 'test/loan-1/1/1/repair-contact/1';
const load = (world: CaseWorld, points: SeenPerson['points']): void => {
  world.person = { ...world.person, points };
  turn(world, [{ itemId: `known-${world.n}`, at: world.now, kind: 'person-known', personId: 'p1' }]);
};
const answer = (world: CaseWorld): void => {
  const outcome = { planId: task, actId: task, at: world.now, result: 'done' as const };
  turn(world, [{ kind: 'task-answer', itemId: 'done', at: world.now, taskId: task, outcome }]);
};

describe('a borrower of whom no number or address is left', () => {
  test.each<[string, SeenPerson['points'], Hold[]]>([
    ['none was told', [], []],
    ['all were found to reach nobody', [invalid], []],
    [
      'somebody else answers there',
      [mobile],
      [
        {
          id: 'h',
          reason: 'wrong-number',
          scope: { point: 'm1' },
          stops: ['contact'],
          from: '2026-01-02T00:00:00.000Z',
        },
      ],
    ],
  ])('is work for somebody, one task: %s', (_, points, holds) => {
    const world = withPoints(points, holds);
    turn(world);
    expect(open(world)).toEqual([task]);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'task-opened', taskId: task, to: 'repair-contact' }),
    );
  });

  test('is looked for no more when a number comes', () => {
    const world = withPoints([]);
    load(world, [mobile]);
    expect(open(world)).toEqual([]);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'task-closed', taskId: task, because: 'withdrawn' }),
    );
  });

  test('is looked for once in a round, whether something was found or not', () => {
    const answered = withPoints([]);
    answer(answered);
    turn(answered);
    expect(open(answered)).toEqual([]);
    expect(answered.facts).toContainEqual(expect.objectContaining({ type: 'step-done', step: 'repair-contact' }));

    const withdrawn = withPoints([]);
    load(withdrawn, [mobile]);
    load(withdrawn, []);
    expect(open(withdrawn)).toEqual([]);
  });

  test('is looked for no more once nothing is overdue', () => {
    const world = withPoints([]);
    tell(world, paid(world, 'all', 101_000, '2026-01-05'));
    expect(open(world)).toEqual([]);
  });

  test('is left in peace before grace is over, while held, and while any point is left', () => {
    const early = aWorld();
    early.person = { ...early.person, points: [] };
    tell(early, missed(early, 1, '2026-01-01'));
    expect(open(early)).toEqual([]);
    const held = withPoints(
      [],
      [{ id: 'h', reason: 'dispute', scope: { person: 'p1' }, stops: ['contact'], from: '2026-01-01T00:00:00.000Z' }],
    );
    expect(held.kase?.stage).toBe('reminder');
    expect(open(held)).toEqual([]);
    expect(open(withPoints([{ pointId: 'e1', kind: 'email', valid: true }]))).toEqual([]);
  });
});
