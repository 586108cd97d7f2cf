import { describe, expect, test } from 'vitest';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { aWorld, missed, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
import { perform, playUntil } from '../builders/play-case.js';

const tries = (done: readonly { at: string; planId: string }[], step: string): string[] =>
  done.flatMap(({ at, planId }) => (planId.split('/')[4] === step ? [at] : []));

/** A ladder whose first desk call, tried once, gives way to another without a day of its own. */
const calling = (): CaseWorld => {
  const world = aWorld();
  const strategy = shippedStrategy();
  for (const stage of strategy.stages)
    for (const step of stage.steps) if (step.step === 'call-1') Object.assign(step, { tries: 1, else: 'call-other' });
  strategy.stages
    .find(({ stage }) => stage === 'call')
    ?.steps.push({
      step: 'call-other',
      act: 'place-call',
      by: 'desk',
      at: '15:00',
      tries: 3,
      everyDays: 2,
      validForDays: 7,
      ifLate: 'lapse',
      taskHours: 6,
    });
  world.strategy = strategy;
  tell(world, missed(world, 1, '2026-01-01'));
  return world;
};

describe('an alternative without a ladder day', () => {
  test('has all its tries, as many days apart as it says', () => {
    const world = aWorld();
    tell(world, missed(world, 1, '2026-01-01'));
    const done = playUntil(world, '2026-03-20', (act) => (act === 'send-notice' ? 'failed' : 'no-answer'));

    // Nobody is to be reached: the credit bureau's notice has its four tries before.
    expect(tries(done, 'notice-outsourcing-email')).toEqual(['2026-03-09T02:00:00.000Z', '2026-03-10T02:00:00.000Z']);
    expect(world.facts).toContainEqual(
      expect.objectContaining({ type: 'step-lapsed', step: 'notice-outsourcing-email', because: 'tries-used' }),
    );
  });

  test('counts the days between its tries from when it was called in', () => {
    const done = playUntil(calling(), '2026-01-19', () => 'no-answer');

    // Called in by call-1 at 14:30 on the 11th.
    expect(tries(done, 'call-other')).toEqual([
      '2026-01-11T07:00:00.000Z',
      '2026-01-13T07:00:00.000Z',
      '2026-01-15T07:00:00.000Z',
    ]);
  });

  test('calls back when it was agreed, and after that on its own days again', () => {
    const world = calling();
    for (let n = 0; n < 60; n++) {
      const plan = world.kase?.plan;
      if (plan && !('ending' in plan) && plan.id.includes('/call-other/1') && plan.dueAt >= world.now && !plan.awaiting)
        break;
      perform(world, 'no-answer');
    }
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan) throw new Error('the case ended');
    world.now = plan.dueAt;
    const callBackAt = minutesLater(world.now, 1_290);
    const outcome = {
      planId: plan.id,
      actId: plan.id,
      at: world.now,
      result: 'answered',
      code: 'call-back-at',
    } as const;
    turn(world, [
      { kind: 'act-outcome', itemId: 'later', at: world.now, outcome: { ...outcome, details: { callBackAt } } },
    ]);
    expect(world.kase?.plan).toMatchObject({ id: plan.id.replace(/1$/, '2'), dueAt: callBackAt });

    const done = playUntil(world, '2026-01-19', () => 'no-answer');
    expect(tries(done, 'call-other')).toEqual([callBackAt, '2026-01-15T07:00:00.000Z']);
  });
});
