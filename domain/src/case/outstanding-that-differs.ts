import type { Day } from '../calendar/day.js';
import { allocationOf } from '../money/allocation-of.js';
import { playedLedger } from '../money/allocate-payments.js';
import { sumOf } from '../money/components.js';
import type { Minor } from '../money/money.js';
import { toldTotalOn } from '../money/owed-in-all.js';
import type { Instalment, Position } from '../money/position.js';
import { booksOfDay } from './books-of-day.js';
import type { Discrepancy } from './contract-fact.js';
import type { Terms } from './terms.js';

const beforeAll = '0000-01-01';

/** The contract itself changed: what is still to fall due is another sum, which only servicing knows. */
const changed = ({ restructurings = [], accelerations = [] }: Position, from: Day, to: Day): boolean =>
  [...restructurings.map(({ on }) => on), ...accelerations.flatMap(({ on, undoneOn = on }) => [on, undoneOn])].some(
    (on) => on >= from && on <= to,
  );

/** What fell due between the two days, each of it told; undefined where a number is missing, of which nobody told how it ended. */
const fellDue = ({ instalments }: Position, from: Day, to: Day): readonly Instalment[] | undefined => {
  const told = instalments.filter(({ dueOn }) => dueOn <= to);
  const before = told.filter(({ dueOn }) => dueOn <= from);
  const between = told.filter(({ dueOn }) => dueOn > from);
  const known = new Set(told.map(({ number }) => number));
  const last = before.reduce((most, { number }) => Math.max(most, number), 0);
  return before.length > 0 && between.every(({ number }) => number > last && known.has(number - 1))
    ? between
    : undefined;
};

/**
 * All that servicing says is owed, of the last day it told it for, where it does not follow from what it told before that: less what was paid and waived, more
 * what was charged and went out. Interest of what fell due since may be in it from then on or from the beginning, as may `late`, what lateness costs and nobody
 * billed, and money nothing needed yet: any sum between is ours. Empty: it does, or nobody can tell.
 */
export const outstandingThatDiffers = (
  { position, terms }: { position: Position; terms?: Terms },
  late: Minor,
): Discrepancy[] => {
  const { outstanding: theirs, outstandingAsOf: asOf, outstandingBefore: before, told } = position;
  if (asOf === undefined || before === undefined || changed(position, before.asOf, asOf)) return [];
  const due = fellDue(position, before.asOf, asOf);
  if (due === undefined) return [];
  const how = allocationOf(terms);
  const interest = due.reduce((sum, { due: parts }) => sum + sumOf(parts) - (parts.principal ?? 0), 0);
  const movedBy = (books: Position, day: Day): { moved: Minor; credit: Minor } => {
    const { debts, credit } = playedLedger(books, day, how);
    const unseen = debts.reduce((sum, debt) => sum + debt.unseen, 0);
    const moved = toldTotalOn({ ...books, outstanding: 0, outstandingAsOf: beforeAll }, day, how) ?? 0;
    return { moved: moved - unseen, credit: credit.reduce((sum, { left }) => sum + left, 0) };
  };
  const tolerance = terms?.tolerance ?? 0;
  let ours: Minor | undefined;
  const at = told?.asOf === asOf ? told.at : undefined;
  const earlier = [...booksOfDay(position, before.asOf)].map((books) => movedBy(books, before.asOf));
  for (const books of booksOfDay(position, asOf, at)) {
    const { moved, credit } = movedBy(books, asOf);
    for (const { moved: since } of earlier) {
      const low = before.outstanding + moved - since;
      const high = low + interest + late + credit;
      if (theirs >= low - tolerance && theirs <= high + tolerance) return [];
      ours ??= theirs < low ? low : high;
    }
  }
  return ours === undefined ? [] : [{ id: `outstanding/${asOf}`, about: 'outstanding', ref: asOf, ours, theirs }];
};
