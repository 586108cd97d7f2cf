import { expect, it } from 'vitest';
import type { Hold } from '@recourse/domain/holds/hold';
import { paid, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { inCalls, openHolds } from '../builders/raising.js';

const told = (world: CaseWorld, id: string): void => {
  const hold: Hold = { id, reason: 'vulnerability', scope: { person: 'p1' }, stops: ['escalation'], from: world.now };
  world.person = { ...world.person, holds: [...world.person.holds, hold] };
  turn(world, [{ kind: 'hold-reported', itemId: id, at: world.now, hold }]);
};
const assessments = (world: CaseWorld): string[] =>
  (world.kase?.openTasks ?? []).filter((id) => id.includes('/assess-vulnerability/'));
/** Done, and the hold is ended on the person too, as the turn writes it. */
const complete = (world: CaseWorld, taskId: string): void => {
  const outcome = { planId: taskId, actId: taskId, at: world.now, result: 'done' as const };
  turn(world, [{ itemId: `done/${taskId}`, at: world.now, kind: 'task-answer', taskId, outcome }]);
  const holds = world.person.holds.map((hold) => ({ ...hold, endedAt: world.now }));
  world.person = { ...world.person, holds };
};

it('who may be vulnerable is assessed: the work is somebody’s once, and done it ends the hold', () => {
  const world = inCalls();
  told(world, 'v1');
  turn(world);
  const [taskId, ...more] = assessments(world);
  expect(more).toEqual([]);
  expect(openHolds(world)).toEqual(['vulnerability']);
  complete(world, taskId ?? '');
  expect(openHolds(world)).toEqual([]);
  expect(assessments(world)).toEqual([]);
});

it('who is told to be vulnerable again is assessed again, as other work', () => {
  const world = inCalls();
  told(world, 'v1');
  const [first] = assessments(world);
  complete(world, first ?? '');
  world.now = '2026-01-12T02:00:00.000Z';
  told(world, 'v2');
  const [second] = assessments(world);
  expect(second).toBeDefined();
  expect(second).not.toBe(first);
  complete(world, second ?? '');
  expect(openHolds(world)).toEqual([]);
});

it('an assessment that is answered twice ends nothing of another cause', () => {
  const world = inCalls();
  told(world, 'v1');
  const [first = ''] = assessments(world);
  complete(world, first);
  world.now = '2026-01-12T02:00:00.000Z';
  told(world, 'v2');
  const outcome = { planId: first, actId: first, at: world.now, result: 'done' as const };
  turn(world, [{ itemId: 'again', at: world.now, kind: 'task-answer', taskId: first, outcome }]);
  expect(openHolds(world)).toEqual(['vulnerability']);
});

it('nobody assesses who owes nothing any more, nor twice under one name', () => {
  const world = inCalls();
  told(world, 'v1');
  const taskId = assessments(world)[0] ?? '';
  tell(world, paid(world, 'all', 101_000, '2026-01-11'));
  expect(assessments(world)).toEqual([]);
  const opened = world.facts.flatMap((fact) => (fact.type === 'task-opened' ? [fact.taskId] : []));
  expect(opened.filter((each) => each === taskId)).toHaveLength(1);
});
