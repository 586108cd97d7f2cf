/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / 86_400_000);
export const dayAt = (nth: number): string => new Date(nth * 86_400_000).toISOString().slice(0, 10);
const parted = (day: string): number[] => day.split('-').map(Number);

/** The same date so many months on, or the month's last where there is none. */
export const monthsOn = (day: string, months: number): number => {
  const [year = 0, month = 1, date = 1] = parted(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Math.round(Date.UTC(year, month - 1 + months, Math.min(date, last)) / 86_400_000);
};

/** Every month has thirty days: the place of a day on that calendar, its 31st on the 30th. */
const thirtieth = (day: string): number => {
  const [year = 0, month = 0, date = 0] = parted(day);
  return year * 360 + month * 30 + Math.min(date, 30);
};
const isThirtyFirst = (day: string): boolean => day.endsWith('-31');

/** ISDA 2006 4.16: (e) and (d) real days, (g) Eurobond, (f) bond: a last day on the 31st counts when the first is before the 30th. Undefined: another way. */
const counted: Record<string, (from: string, to: number) => number> = {
  'act/365f': (from, to) => to - dayNumber(from),
  'act/360': (from, to) => to - dayNumber(from),
  '30e/360': (from, to) => thirtieth(dayAt(to)) - thirtieth(from),
  '30/360': (from, to) => {
    const end = dayAt(to);
    return thirtieth(end) - thirtieth(from) + (isThirtyFirst(end) && Number(from.slice(8)) < 30 ? 1 : 0);
  },
};

/** How much one day counts in the period that began on `from`: by 30/360 a 31st may count nothing, the end of February three. */
export const weightOfDay = (dayCount: string, from: string): ((nth: number) => bigint) | undefined => {
  const until = counted[dayCount];
  return until && ((nth) => BigInt(until(from, nth + 1) - until(from, nth)));
};

export const daysOfYear = (dayCount: string): bigint => (dayCount === 'act/365f' ? 365n : 360n);
