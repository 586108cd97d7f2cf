import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Minor } from '../money/money.js';
import type { PromiseMade, PromiseTold } from './promise.js';
import type { PromisePractice } from './promise-practice.js';

/** Why a promise is not taken (closed). */
export type PromiseRefusal =
  | 'not-an-amount'
  | 'day-in-the-past'
  | 'above-the-debt'
  | 'too-far-ahead'
  | 'too-small-a-part'
  | 'too-many-at-once'
  | 'renegotiated-too-often'
  | 'broken-too-often';

/**
 * What promises are held against, minor units. `today` in the loan's zone when they were told; `owed`: what a borrower is told to owe that day, the
 * arrears and what lateness has cost; `debt`: all that is owed, due or not, with that.
 */
export type PromiseStanding = {
  today: Day;
  arrears: Minor;
  owed: Minor;
  debt: Minor;
  /** Those made in this round. */
  made: readonly PromiseMade[];
  limits: PromisePractice['limits'];
};

/** Why these, told together, are not taken: the first reason found; undefined when they are. One bad promise refuses all of them. */
export const refusePromises = (
  told: readonly PromiseTold[],
  { today, arrears, debt, made, limits }: PromiseStanding,
): PromiseRefusal | undefined => {
  if (told.some(({ amount }) => !Number.isSafeInteger(amount) || amount < 1)) return 'not-an-amount';
  if (told.some(({ by }) => by < today)) return 'day-in-the-past';
  if (told.reduce((sum, { amount }) => sum + amount, 0) > debt) return 'above-the-debt';
  if (!limits) return undefined;
  if (told.length > limits.atOnce) return 'too-many-at-once';
  if (told.some(({ by }) => by > addDays(today, limits.daysAhead))) return 'too-far-ahead';
  const smallest = Number((BigInt(arrears) * BigInt(limits.smallestPercent)) / 100n);
  if (told.some(({ amount }) => amount < smallest)) return 'too-small-a-part';
  if (made.filter(({ state }) => state === 'broken').length >= limits.broken) return 'broken-too-often';
  // What was told together was given up together, and counts once.
  const replaced = new Set(made.flatMap(({ state, madeAt }) => (state === 'replaced' ? madeAt : [])));
  const replaces = made.some(({ state }) => state === 'open');
  return replaces && replaced.size >= limits.renegotiations ? 'renegotiated-too-often' : undefined;
};
