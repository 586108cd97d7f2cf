import { addMonths } from '../calendar/add-months.js';
import type { Day } from '../calendar/day.js';
import { contractOrder, sumOf } from '../money/components.js';
import type { Components, Minor } from '../money/money.js';
import type { ArrangementTerms, Layout } from './arrangement.js';

/** `of`: what it pays; `left`: what is to be paid after it. Minor units. */
export type ScheduledInstalment = { number: number; dueOn: Day; amount: Minor; of: Components; left: Minor };

/** Day and amount of each instalment: the same day of every month, of a month without it the last. */
export const duesOfLayout = ({ instalments, firstOn, first, each, last }: Layout): { dueOn: Day; amount: Minor }[] =>
  Array.from({ length: instalments }, (_, nth) => ({
    dueOn: addMonths(firstOn, nth),
    amount: nth === 0 ? first : nth === instalments - 1 ? last : each,
  }));

/** What is paid: what is owed less what is given up, by component. */
export const payable = ({ owed, discount }: Pick<ArrangementTerms, 'owed' | 'discount'>): Components =>
  Object.fromEntries(
    contractOrder.flatMap((each) => {
      const left = (owed[each] ?? 0) - (discount[each] ?? 0);
      return left === 0 ? [] : [[each, left]];
    }),
  );

/**
 * The schedule by component, in the order of the contract where it is silent (CN-ALLOC-1); how money is booked when it comes is the contract's.
 * Its amounts add up to what is owed less what is given up, to the last minor unit, as do its components.
 */
export const scheduleOf = (terms: Pick<ArrangementTerms, 'owed' | 'discount' | 'layout'>): ScheduledInstalment[] => {
  const open = { ...payable(terms) };
  let left = sumOf(open);
  return duesOfLayout(terms.layout).map(({ dueOn, amount }, nth) => {
    const of: Components = {};
    let unspent = amount;
    for (const component of contractOrder) {
      const part = Math.min(unspent, open[component] ?? 0);
      if (part === 0) continue;
      of[component] = part;
      open[component] = (open[component] ?? 0) - part;
      unspent -= part;
    }
    left -= amount;
    return { number: nth + 1, dueOn, amount, of, left };
  });
};
