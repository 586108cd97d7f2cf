import { minuteOf } from './minute-of.js';

/** How many minutes of a day some of these times cover; `HH:MM`, half-open, `24:00` ends the day. */
export const minutesTogether = (times: readonly { from: string; to: string }[]): number => {
  let minutes = 0;
  let until = 0;
  for (const { from, to } of times.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    minutes += Math.max(0, minuteOf(to) - Math.max(until, minuteOf(from)));
    until = Math.max(until, minuteOf(to));
  }
  return minutes;
};
