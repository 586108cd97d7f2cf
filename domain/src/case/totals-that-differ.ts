import type { Day } from '../calendar/day.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { sumOf } from '../money/components.js';
import { lateOwed } from '../money/late-owed.js';
import type { StopPeriod } from '../money/penalty/stop-period.js';
import type { Position } from '../money/position.js';
import { booksOfDay } from './books-of-day.js';
import type { Discrepancy } from './contract-fact.js';
import type { Terms } from './terms.js';

/**
 * Servicing's own arrears of the last day it told them for, where they are not ours of that day by more than the tolerance of the contract. They may be with or
 * without what lateness costs and nobody has billed. Empty: they agree, or none were told.
 */
export const totalsThatDiffer = (
  { position, terms }: { position: Position; terms?: Terms },
  stops: readonly StopPeriod[],
): Discrepancy[] => {
  if (position.told === undefined) return [];
  const { asOf, arrears: theirs, at } = position.told;
  const allocation = allocationOf(terms);
  const least = leastTold(position, asOf);
  const within = (ours: number): boolean => Math.abs(theirs - ours) <= (terms?.tolerance ?? 0);
  const agrees = (ours: number): boolean => within(ours) || (ours < least && within(least));
  const arrearsBy = (books: Position): number => amountsOn(books, asOf, allocation).arrears;
  for (const books of booksOfDay(position, asOf, at)) if (agrees(arrearsBy(books))) return [];
  const ours = arrearsBy(position);
  const late = lateBy(position, terms, stops, asOf);
  if (late > 0) for (const books of booksOfDay(position, asOf, at)) if (agrees(arrearsBy(books) + late)) return [];
  return [{ id: `arrears/${asOf}`, about: 'arrears', ref: asOf, ours, theirs }];
};

/** Whoever tells of a missed instalment tells at least what it comes to, though money paid too early lies ready for part of it. */
const leastTold = ({ instalments }: Position, asOf: Day): number => {
  const missed = instalments.filter(({ dueOn, state }) => state === 'missed' && dueOn < asOf);
  const last = missed.reduce((day, { dueOn }) => (dueOn > day ? dueOn : day), '');
  return Math.max(0, ...missed.filter(({ dueOn }) => dueOn === last).map(({ due }) => sumOf(due)));
};

const lateBy = (position: Position, terms: Terms | undefined, stops: readonly StopPeriod[], asOf: Day): number =>
  lateOwed({ position, ...(terms && { terms }) }, stops, asOf)?.late ?? 0;
