import { addDays, dayOf, instantOf, plusMs, type Day, type Instant } from './local-time.js';

const halfHourMs = 30 * 60_000;
const realDelayMs = 2_000;
/** The bank that books what borrowers pay, once a day at noon, wherever they live: one instant a day for all of them. */
const bankZone = 'Asia/Shanghai';

/** When things that take a while are done. */
export type Pace = {
  /** Receipts, calls, what a person does at once. */
  soon(now: Instant): Instant;
  /** The bank's booking time on a day. */
  booked(day: Day): Instant;
  /** The booking time `days` after today; with 0 the next one from now on. */
  bookedAfter(now: Instant, days: number): Instant;
};

/** On a test clock all instants lie on a 30-minute grid, so that few of them are distinct; on the real clock "soon" is two seconds. */
export function paceOf(clock: 'test' | 'real'): Pace {
  const booked = (day: Day) => instantOf(day, '12:00', bankZone);
  return {
    soon: (now) =>
      clock === 'real'
        ? plusMs(now, realDelayMs)
        : new Date((Math.floor(Date.parse(now) / halfHourMs) + 1) * halfHourMs).toISOString(),
    booked,
    bookedAfter(now, days) {
      const at = booked(addDays(dayOf(now, bankZone), days));
      return at > now ? at : booked(addDays(dayOf(now, bankZone), days + 1));
    },
  };
}
