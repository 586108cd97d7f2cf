import { describe, expect, it, test } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { paid, tell, type CaseWorld } from '../builders/case-world.js';
import { playUntil } from '../builders/play-case.js';
import { at, calledWorld, promise, quiet, statesOf } from '../builders/promising.js';

/** Promised for the 14th by transfer: a day of grace, two of posting; its last moment is the end of the 17th in Shanghai. */
const lastMoment = '2026-01-17T16:00:00.000Z';
const promised = (amount = 101_000): CaseWorld => {
  const world = calledWorld();
  promise(world, { amount, by: '2026-01-14', method: 'transfer' });
  return world;
};
const ofType = <T extends CaseFact['type']>(facts: readonly CaseFact[], type: T) =>
  facts.filter((fact): fact is Extract<CaseFact, { type: T }> => fact.type === type);

describe('a promise that is broken', () => {
  const broken = (): CaseWorld => {
    const world = promised();
    playUntil(world, minutesLater(lastMoment, 1), quiet);
    return world;
  };

  test('brings a call on the next day, with the promise as its cause', () => {
    const world = broken();
    const [made] = world.kase?.promises ?? [];
    const called = ofType(world.facts, 'alternative-called-in').at(-1);
    expect(called).toMatchObject({ step: 'call-broken', from: 'promise-broken', cause: made?.id });
    const [first] = playUntil(world, '2026-01-19T00:00:00.000Z', quiet);
    expect(first).toMatchObject({ act: 'place-call', at: '2026-01-18T06:00:00.000Z' });
    expect(first?.planId).toContain('/call-broken/');
  });

  test('is turned back by late news of money that was there in time; the call is taken back', () => {
    const world = broken();
    at(world, '2026-01-18T06:00:00.000Z');
    // The task is open and nobody has begun it.
    playUntil(world, '2026-01-18T06:10:00.000Z', () => 'missed');
    const [task] = world.kase?.openTasks ?? [];
    expect(task).toContain('/call-broken/');
    const facts = tell(at(world, '2026-01-18T07:00:00.000Z'), paid(world, 'a', 100_500, '2026-01-15'));
    expect(ofType(facts, 'promise-judged')).toMatchObject([{ state: 'kept', was: 'broken', cause: 'pay-a' }]);
    expect(ofType(facts, 'task-closed')).toMatchObject([{ taskId: task, because: 'withdrawn', cause: 'pay-a' }]);
    expect(ofType(facts, 'step-lapsed')).toMatchObject([
      { step: 'call-broken', because: 'promise-kept', cause: 'pay-a' },
    ]);
    expect(statesOf(world)).toEqual(['kept']);
  });

  test('is not turned back by money of a day after its grace', () => {
    const world = broken();
    const facts = tell(at(world, '2026-01-18T07:00:00.000Z'), paid(world, 'a', 60_000, '2026-01-16'));
    expect(ofType(facts, 'promise-judged')).toEqual([]);
    expect(statesOf(world)).toEqual(['broken']);
  });

  test('leaves a call that somebody has begun to that somebody', () => {
    const world = broken();
    playUntil(world, '2026-01-18T06:10:00.000Z', () => 'missed');
    world.underWay = [...(world.kase?.openTasks ?? [])];
    const facts = tell(at(world, '2026-01-18T06:20:00.000Z'), paid(world, 'a', 100_000, '2026-01-15'));
    expect(ofType(facts, 'promise-judged')).toMatchObject([{ state: 'kept', was: 'broken' }]);
    expect(ofType(facts, 'task-closed')).toEqual([]);
  });
});

describe('two promises broken in one stage', () => {
  const twiceBroken = (): CaseWorld => {
    const world = calledWorld(300_000);
    if (world.kase) world.kase = { ...world.kase, refusedOn: '2026-01-10' };
    promise(world, { amount: 50_000, by: '2026-01-12', method: 'wallet' });
    playUntil(world, '2026-01-15T01:00:00.000Z', quiet);
    promise(world, { amount: 60_000, by: '2026-01-15', method: 'wallet' });
    playUntil(world, '2026-01-17T16:01:00.000Z', quiet);
    return world;
  };
  const entered = (facts: readonly CaseFact[]): string[] =>
    ofType(facts, 'stage-entered').map(({ stage, because, round }) => `${stage} ${because} ${round}`);

  it('lead to the next stage ahead of the ladder, and say which they were', () => {
    const world = twiceBroken();
    expect(statesOf(world)).toEqual(['broken', 'broken']);
    const last = ofType(world.facts, 'stage-entered').at(-1);
    expect(last).toMatchObject({ stage: 'visit', from: 'call', because: 'promise-broken' });
    expect(last?.promises).toEqual(world.kase?.promises.map(({ id }) => id));
    playUntil(world, '2026-01-25T00:00:00.000Z', quiet);
    expect(world.kase?.stage).toBe('visit');
  });

  it('lead back in the same round when one of them was kept after all, and nothing is done again', () => {
    const world = twiceBroken();
    const facts = tell(at(world, '2026-01-19T02:00:00.000Z'), paid(world, 'a', 60_000, '2026-01-16'));
    expect(statesOf(world)).toEqual(['broken', 'kept']);
    expect(entered(facts)).toEqual(['call promise-kept 1']);
    playUntil(world, '2026-03-30T00:00:00.000Z', quiet);
    const done = ofType(world.facts, 'step-done').map(({ round, step }) => `${round}/${step}`);
    expect(new Set(done).size).toBe(done.length);
  });

  it('lead nowhere when the next stage screens the case out', () => {
    const world = calledWorld(50_000);
    for (const by of ['2026-01-12', '2026-01-16']) {
      promise(world, { amount: 20_000, by, method: 'wallet' });
      playUntil(world, by === '2026-01-12' ? '2026-01-15T01:00:00.000Z' : '2026-01-19T00:00:00.000Z', quiet);
    }
    expect(statesOf(world)).toEqual(['broken', 'broken']);
    expect(world.kase?.stage).toBe('call');
  });
});
