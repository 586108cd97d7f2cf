import type { Deed } from './loan-script.js';

const windows: readonly (readonly [through: number, deed: Deed])[] = [
  [7, 'paid-in-days-1-7'],
  [30, 'paid-in-days-8-30'],
  [60, 'paid-in-days-31-60'],
  [120, 'paid-in-days-61-120'],
  [Infinity, 'paid-after-day-120'],
];

/** The time in which money came, by days past due: those in which a lender's ladder writes, calls, visits, places and sues. */
export const paidWindow = (dpd: number): Deed =>
  windows.find(([through]) => dpd <= through)?.[1] ?? 'paid-after-day-120';
