const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `1 February 2023` as `2023-02-01`. */
export function dayOfText(text: string): string {
  const [day = '', month = '', year = ''] = text.split(' ');
  const number = months.indexOf(month) + 1;
  if (number === 0) throw new Error(`no day: ${text}`);
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const utc = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export function plusDays(day: string, days: number): string {
  return dayOf(new Date(utc(day).getTime() + days * 86_400_000));
}

/** The same day of a later month, or its last one. */
export function plusMonths(day: string, count: number): string {
  const date = utc(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date.getUTCDate(), last))));
}
