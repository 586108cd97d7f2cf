import { instalmentsIn } from '../lay-out.js';
import type { News, Parts } from '../news.js';
import { scheduledOn } from '../schedule-news.js';

export type Billed = { number: number; parts: Parts };

/**
 * What was billed by the schedule that stood as each of the days ended, and before them all. What falls due at once stands under the first number
 * it is told for, and the instalments in whose place it is are not billed beside it.
 */
export const billsOfDays = (news: readonly News[], days: readonly string[]): Billed[][] =>
  ['', ...days].map((day) => {
    const { isOwed, standing } = scheduledOn(news, day);
    const owed: Billed[] = instalmentsIn(news).filter(isOwed);
    return standing ? [...owed, { number: standing.from, parts: standing.due }] : owed;
  });
