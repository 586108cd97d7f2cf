import type { Day } from '../../calendar/day.js';

/** Days for which nothing is charged: from `from` up to and without `to`, without end when absent. `only`: the other charge runs on. */
export type StopPeriod = { from: Day; to?: Day; because: string; only?: 'contract' | 'judgment' };

/** Why nothing is charged for a day: of the stops that cover it the one that began first. */
export const stopOn = (
  stops: readonly StopPeriod[],
  day: Day,
  charge: 'contract' | 'judgment',
): StopPeriod | undefined =>
  stops
    .filter(
      ({ from, to, only }) => from <= day && (to === undefined || day < to) && (only === undefined || only === charge),
    )
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.because < b.because ? -1 : 1))[0];
