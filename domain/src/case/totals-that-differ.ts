import type { Day } from '../calendar/day.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { sumOf } from '../money/components.js';
import { lateOwed } from '../money/late-owed.js';
import type { StopPeriod } from '../money/penalty/stop-period.js';
import type { Minor } from '../money/money.js';
import type { Position } from '../money/position.js';
import { booksOfDay } from './books-of-day.js';
import type { Discrepancy } from './contract-fact.js';
import { outstandingThatDiffers } from './outstanding-that-differs.js';
import type { Terms } from './terms.js';

const arrearsThatDiffer = (position: Position, terms: Terms | undefined, late: Minor): Discrepancy[] => {
  if (position.told === undefined) return [];
  const { asOf, arrears: theirs, at } = position.told;
  const allocation = allocationOf(terms);
  const least = leastTold(position, asOf);
  const within = (ours: Minor): boolean => Math.abs(theirs - ours) <= (terms?.tolerance ?? 0);
  const agrees = (ours: Minor): boolean => within(ours) || (ours < least && within(least));
  const arrearsBy = (books: Position): Minor => amountsOn(books, asOf, allocation).arrears;
  for (const books of booksOfDay(position, asOf, at)) {
    const ours = arrearsBy(books);
    if (agrees(ours) || agrees(ours + late)) return [];
  }
  return [{ id: `arrears/${asOf}`, about: 'arrears', ref: asOf, ours: arrearsBy(position), theirs }];
};

/**
 * Servicing's own sums of the last day it told them for, where they are not ours of that day by more than the tolerance of the contract. They may be with or
 * without what lateness costs and nobody has billed. Empty: they agree, or none were told.
 */
export const totalsThatDiffer = (
  loan: { position: Position; terms?: Terms },
  stops: readonly StopPeriod[],
): Discrepancy[] => {
  const { position, terms } = loan;
  const asOf = position.told?.asOf ?? position.outstandingAsOf;
  if (asOf === undefined) return [];
  const late = lateOwed(loan, stops, asOf)?.late ?? 0;
  const arrears = arrearsThatDiffer(position, terms, late);
  // One mistake is one task: the arrears are part of the whole.
  return arrears.length > 0 ? arrears : outstandingThatDiffers(loan, late);
};

/** Whoever tells of a missed instalment tells at least what it comes to, though money paid too early lies ready for part of it. */
const leastTold = ({ instalments }: Position, asOf: Day): number => {
  const missed = instalments.filter(({ dueOn, state }) => state === 'missed' && dueOn < asOf);
  const last = missed.reduce((day, { dueOn }) => (dueOn > day ? dueOn : day), '');
  return Math.max(0, ...missed.filter(({ dueOn }) => dueOn === last).map(({ due }) => sumOf(due)));
};
