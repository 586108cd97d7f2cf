import { unopened } from '@recourse/domain/case/evolve';
import type { Plan, PlannedNext } from '@recourse/domain/case/plan';
import { expect, test } from 'vitest';
import { nextOf } from './next-of.js';
import type { TurnTaken } from './turn-store.js';

const act: PlannedNext['act'] = {
  kind: 'send-reminder',
  purpose: 'collect',
  channel: 'sms',
  personId: 'p',
  pointId: 'm',
  template: 't',
};
const planned: PlannedNext = {
  id: 'plan-1',
  readPosition: 1,
  dueAt: '2026-01-02T02:00:00.000Z',
  act,
  because: 'sms-1 is due',
};
const review: PlannedNext = { id: 'plan-1', readPosition: 1, dueAt: '2026-01-02T02:00:00.000Z', because: 'grace ends' };

const taken = (plan: Plan, changes: Partial<TurnTaken> = {}): TurnTaken => ({
  written: true,
  ring: [],
  now: '2026-01-02T01:00:00.000Z',
  clockKind: 'real',
  kase: {
    ...unopened,
    caseId: 't/a/1',
    status: 'open',
    stage: 'reminder',
    noted: { ...unopened.noted, bucket: 'M1' },
    plan,
  },
  ...changes,
});
const after = { now: '2026-01-02T03:00:00.000Z' };

test('on a real clock the workflow waits for the rest of the time; what is overdue is due at once', () => {
  expect(nextOf(taken(planned), undefined)).toEqual({
    planId: 'plan-1',
    act: 'send-reminder',
    dueInMs: 3_600_000,
    dueAt: planned.dueAt,
    stage: 'reminder',
    bucket: 'M1',
    because: 'sms-1 is due',
  });
  expect(nextOf(taken(planned, after), undefined).dueInMs).toBe(0);
});

test('on a test clock there is nothing to wait for but the doorbell, until the plan is due', () => {
  const onTestClock = { clockKind: 'test' as const };

  expect(nextOf(taken(planned, onTestClock), undefined)).not.toHaveProperty('dueInMs');
  expect(nextOf(taken(planned, { ...onTestClock, ...after }), undefined).dueInMs).toBe(0);
});

test('an act whose outcome is awaited is not performed again', () => {
  expect(nextOf(taken({ ...planned, awaiting: 'receipt' }), undefined)).not.toHaveProperty('act');
});

test('a case in grace is at intake, a closed one tells its ending', () => {
  const inGrace = taken(review);
  expect(nextOf({ ...inGrace, kase: { ...inGrace.kase, status: 'intake' } }, undefined).stage).toBe('intake');
  expect(nextOf(taken({ ending: 'cured' }), undefined)).toMatchObject({
    stage: 'closed',
    ending: 'cured',
    planId: 't/a/1',
  });
});

test.each([
  ['a review that is due and changed nothing', review, undefined],
  ['an act that was just tried and is still due', planned, 'plan-1'],
])('%s is not looked at again at once', (_what, plan, tried) => {
  const idle = { ...after, written: false };

  expect(nextOf(taken(plan, idle), tried).dueInMs).toBe(5_000);
  expect(nextOf(taken(plan, { ...idle, clockKind: 'test' }), tried)).not.toHaveProperty('dueInMs');
});

test('a new run finds the act that is due and performs it, although its first turn had nothing to say', () => {
  expect(nextOf(taken(planned, { ...after, written: false }), undefined)).toMatchObject({
    act: 'send-reminder',
    dueInMs: 0,
  });
});
