/** Days of the reference, by `Date`: none of the arithmetic of `domain`. */

const ms = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const nextDay = (day: string): string => new Date(ms(day) + 86_400_000).toISOString().slice(0, 10);

export const daysFrom = (from: string, to: string): number => (ms(to) - ms(from)) / 86_400_000;

export const eachDay = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day < to; day = nextDay(day)) days.push(day);
  return days;
};

/** The same day of the month `n` months later, or the month's last. */
export const monthsLater = (day: string, n: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(date, last))).toISOString().slice(0, 10);
};

/** Where a day stands on a line of months of thirty days; `last` is what the 31st becomes. */
const onThirties = (day: string, last: 30 | 31): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return year * 360 + month * 30 + Math.min(date, last);
};

/** What the night after `day` counts for in a stretch that began on `start`. */
export const weightOf = (dayCount: string, start: string, day: string): number => {
  if (dayCount.startsWith('act/')) return 1;
  const last = dayCount === '30e/360' || Number(start.slice(8)) >= 30 ? 30 : 31;
  return onThirties(nextDay(day), last) - onThirties(day, last);
};
