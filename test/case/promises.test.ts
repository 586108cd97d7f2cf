import { describe, expect, test } from 'vitest';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { missed, paid, shippedStrategy, tell, turn, type CaseWorld } from '../builders/case-world.js';
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

describe('a promise to pay', () => {
  test('keeps the terms it is judged by, and who said why and how', () => {
    const world = calledWorld();
    promise(
      world,
      { amount: 50_000, by: '2026-01-14', method: 'direct-debit' },
      { details: { arrearsReason: 'illness' } },
    );
    expect(world.kase?.promises).toMatchObject([
      {
        amount: 50_000,
        by: '2026-01-14',
        keptUntil: '2026-01-15',
        judgedAt: '2026-01-18T16:00:00.000Z',
        tolerance: 500,
        method: 'direct-debit',
        arrearsReason: 'illness',
      },
    ]);
  });

  test('is kept by news of one minute before its last moment', () => {
    const world = promised();
    expect(playUntil(world, minutesLater(lastMoment, -1), quiet)).toEqual([]);
    tell(at(world, minutesLater(lastMoment, -1)), paid(world, 'a', 101_000, '2026-01-15'));
    expect(statesOf(world)).toEqual(['kept']);
  });

  test('is open one minute before its last moment, and broken one minute after it', () => {
    const world = promised();
    turn(at(world, minutesLater(lastMoment, -1)));
    expect(statesOf(world)).toEqual(['open']);
    turn(at(world, minutesLater(lastMoment, 1)));
    expect(statesOf(world)).toEqual(['broken']);
  });

  test('is judged at its last moment by the plan itself, and nobody is contacted before', () => {
    const world = promised();
    expect(world.kase?.plan).toMatchObject({ dueAt: lastMoment, because: 'a hold ends: promise' });
    expect(playUntil(world, lastMoment, quiet)).toEqual([]);
  });

  test('is not kept by money of the day after its grace, whenever it is told', () => {
    const world = promised(50_000);
    tell(at(world, '2026-01-16T05:00:00.000Z'), paid(world, 'a', 50_000, '2026-01-16'));
    expect(statesOf(world)).toEqual(['open']);
    turn(at(world, lastMoment));
    expect(statesOf(world)).toEqual(['broken']);
  });

  test('is kept by parts that add up, one per cent short', () => {
    const world = promised();
    tell(at(world, '2026-01-12T05:00:00.000Z'), paid(world, 'a', 60_000, '2026-01-12'));
    expect(statesOf(world)).toEqual(['open']);
    tell(at(world, '2026-01-15T05:00:00.000Z'), paid(world, 'b', 39_989, '2026-01-15'));
    expect(statesOf(world)).toEqual(['open']);
    tell(at(world, '2026-01-15T06:00:00.000Z'), paid(world, 'c', 1, '2026-01-15'));
    expect(statesOf(world)).toEqual(['kept']);
  });

  test('is not kept by money that had come in before it was made', () => {
    const world = calledWorld();
    tell(at(world, '2026-01-11T02:00:00.000Z'), paid(world, 'a', 50_000, '2026-01-11'));
    promise(at(world, '2026-01-11T06:00:00.000Z'), { amount: 50_000, by: '2026-01-14' });
    expect(statesOf(world)).toEqual(['open']);
    tell(at(world, '2026-01-13T02:00:00.000Z'), paid(world, 'b', 50_000, '2026-01-13'));
    expect(statesOf(world)).toEqual(['kept']);
  });

  test('made together with others is kept by money of its own: none keeps two', () => {
    const world = calledWorld();
    promise(world, [
      { amount: 40_000, by: '2026-01-20' },
      { amount: 30_000, by: '2026-01-14' },
    ]);
    tell(at(world, '2026-01-14T05:00:00.000Z'), paid(world, 'a', 50_000, '2026-01-14'));
    expect(statesOf(world)).toEqual(['open', 'kept']);
    tell(at(world, '2026-01-20T05:00:00.000Z'), paid(world, 'b', 20_000, '2026-01-20'));
    expect(statesOf(world)).toEqual(['kept', 'kept']);
  });

  test('gives way to one made later, and its silence with it', () => {
    const world = promised();
    const facts = promise(at(world, '2026-01-13T06:00:00.000Z'), { amount: 101_000, by: '2026-01-20' });
    expect(statesOf(world)).toEqual(['replaced', 'open']);
    expect(ofType(facts, 'promise-replaced')).toMatchObject([{ by: world.kase?.promises[1]?.id, received: 0 }]);
    const open = world.kase?.holds.filter(({ endedAt }) => endedAt === undefined);
    expect(open).toMatchObject([{ reason: 'promise', until: '2026-01-23T16:00:00.000Z' }]);
    playUntil(world, '2026-01-22T16:00:00.000Z', quiet);
    expect(statesOf(world)).toEqual(['replaced', 'open']);
  });

  test('told by an agency counts from when it was told, not from when we hear of it', () => {
    const world = calledWorld();
    promise(
      at(world, '2026-01-13T06:00:00.000Z'),
      { amount: 50_000, by: '2026-01-12' },
      { at: '2026-01-11T06:00:00.000Z' },
    );
    expect(world.kase?.promises).toMatchObject([
      { by: '2026-01-12', madeAt: '2026-01-11T06:00:00.000Z', state: 'open' },
    ]);
  });
});

describe('what is promised and cannot be taken', () => {
  test.each([
    ['a day that is past', { amount: 50_000, by: '2026-01-10' }, 'day-in-the-past'],
    ['nothing', { amount: 0, by: '2026-01-14' }, 'not-an-amount'],
    ['half a fen', { amount: 50_000.5, by: '2026-01-14' }, 'not-an-amount'],
    ['more than is owed in all', { amount: 20_001_001, by: '2026-01-14' }, 'above-the-debt'],
    ['a day in two months', { amount: 50_000, by: '2026-03-14' }, 'too-far-ahead'],
    ['a ninth of what is overdue', { amount: 10_099, by: '2026-01-14' }, 'too-small-a-part'],
  ] as const)('%s is refused for %s', (_what, told, because) => {
    const world = calledWorld();
    const facts = promise(world, told);
    expect(ofType(facts, 'promise-refused')).toMatchObject([{ told: [told], because }]);
    expect(statesOf(world)).toEqual([]);
    expect(world.kase?.holds).toEqual([]);
    // What was said is on record all the same.
    expect(ofType(facts, 'contact-concluded')).toHaveLength(1);
  });

  test('five amounts at once are too many, and none of them is taken', () => {
    const world = calledWorld();
    const told = Array.from({ length: 5 }, () => ({ amount: 20_000, by: '2026-01-14' }));
    expect(ofType(promise(world, told), 'promise-refused')).toMatchObject([{ because: 'too-many-at-once' }]);
  });

  test('a third time of putting it off is one too many, and the second stands', () => {
    const world = promised();
    for (const by of ['2026-01-15', '2026-01-16'])
      promise(at(world, minutesLater(world.now, 60)), { amount: 101_000, by });
    expect(statesOf(world)).toEqual(['replaced', 'replaced', 'open']);
    const facts = promise(world, { amount: 101_000, by: '2026-01-17' });
    expect(ofType(facts, 'promise-refused')).toMatchObject([{ because: 'renegotiated-too-often' }]);
    expect(statesOf(world)).toEqual(['replaced', 'replaced', 'open']);
  });

  test('after four that were broken there is no fifth', () => {
    const world = calledWorld();
    for (let nth = 0; nth < 4; nth++) {
      promise(world, { amount: 50_000, by: addDays(world.now.slice(0, 10), 1), method: 'wallet' });
      const [last] = world.kase?.promises.slice(-1) ?? [];
      playUntil(world, minutesLater(last?.judgedAt ?? '', 60), quiet);
    }
    expect(statesOf(world)).toEqual(['broken', 'broken', 'broken', 'broken']);
    const facts = promise(world, { amount: 50_000, by: addDays(world.now.slice(0, 10), 1) });
    expect(ofType(facts, 'promise-refused')).toMatchObject([{ because: 'broken-too-often' }]);
  });

  test('when nothing is overdue any more there is nothing to promise', () => {
    const world = calledWorld();
    tell(world, paid(world, 'a', 101_000, '2026-01-11'));
    const facts = promise(world, { amount: 101_000, by: '2026-01-14' });
    expect(ofType(facts, 'promise-refused')).toMatchObject([{ because: 'nothing-overdue' }]);
  });
});

test('a kept promise whose money is taken back is a broken one', () => {
  const world = promised(50_000);
  tell(at(world, '2026-01-14T05:00:00.000Z'), paid(world, 'a', 50_000, '2026-01-14'));
  expect(statesOf(world)).toEqual(['kept']);
  const facts = tell(at(world, '2026-01-16T05:00:00.000Z'), {
    eventId: 'rev-a',
    occurredAt: world.now,
    type: 'payment-reversed',
    paymentId: 'a',
    reversedOn: '2026-01-16',
    reason: 'returned',
  });
  expect(ofType(facts, 'promise-judged')).toMatchObject([{ state: 'broken', was: 'kept', cause: 'rev-a' }]);
});

test('a promise kept by all that was overdue is broken when that is taken back after its last day', () => {
  const world = promised();
  tell(at(world, '2026-01-14T05:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-14'));
  const reversed = { eventId: 'rev-a', occurredAt: world.now, paymentId: 'a', reason: 'returned' as const };
  tell(at(world, '2026-01-20T05:00:00.000Z'), { ...reversed, type: 'payment-reversed', reversedOn: '2026-01-20' });
  expect(statesOf(world)).toEqual(['broken']);
});

test('a promise kept is not lost when another instalment is missed', () => {
  const world = promised();
  tell(at(world, '2026-01-14T05:00:00.000Z'), paid(world, 'a', 101_000, '2026-01-14'));
  tell(at(world, '2026-02-02T00:00:00.000Z'), missed(world, 2, '2026-02-01'));
  expect(statesOf(world)).toEqual(['kept']);
});

test('under a strategy of before, a promise is judged as it always was', () => {
  const world = calledWorld();
  const { promises: _new, ...older } = shippedStrategy();
  world.strategy = { ...older, promiseGraceDays: 3 };
  promise(world, { amount: 101_000, by: '2026-01-14', method: 'direct-debit' });
  expect(world.kase?.promises).toMatchObject([{ keptUntil: '2026-01-14', judgedAt: lastMoment }]);
  playUntil(world, '2026-01-19T00:00:00.000Z', quiet);
  expect(statesOf(world)).toEqual(['broken']);
  expect(ofType(world.facts, 'alternative-called-in')).toEqual([]);
});
