import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';

/** A hundred years: a longer debt is a slip of the pen. */
const longestDays = 36_525;

export const isTooFar = (day: Day, startOn: Day): boolean => daysBetween(startOn, day) > longestDays;

/** What is wrong with such a day. */
export const tooFar = 'must be within 100 years of contract.startOn';
