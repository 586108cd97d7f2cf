import { dayNumber } from './day-arithmetic.js';
import type { Day } from './day.js';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** 1970-01-01 was a Thursday. */
const fromThursday: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

export const weekdayOf = (day: Day): Weekday => fromThursday[((dayNumber(day) % 7) + 7) % 7] ?? 'thu';
