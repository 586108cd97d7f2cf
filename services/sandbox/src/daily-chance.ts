import { addDays, type Day } from './local-time.js';

/** The chance that somebody without a script pays on a day, by days past due (experience values). */
const byAge: readonly (readonly [throughDpd: number, chance: number])[] = [
  [3, 0.18],
  [10, 0.07],
  [30, 0.025],
  [60, 0.006],
  [90, 0.003],
  [Infinity, 0.001],
];

const paydays = new Set(['10', '15']);
/** Spring Festival weeks: nobody pays. */
const festivals: readonly (readonly [from: Day, to: Day])[] = [
  ['2025-01-28', '2025-02-04'],
  ['2026-02-15', '2026-02-23'],
  ['2027-02-05', '2027-02-12'],
];
const daysUnderImpression = 2;

/** `spokenOn`: the last day the borrower was spoken to, which doubles the chance for two days. */
export function dailyChance(day: Day, dpd: number, spokenOn?: Day): number {
  const base = byAge.find(([through]) => dpd <= through)?.[1] ?? 0;
  const spoken = spokenOn !== undefined && day > spokenOn && day <= addDays(spokenOn, daysUnderImpression) ? 2 : 1;
  const payday = paydays.has(day.slice(8)) ? 3 : 1;
  const festival = festivals.some(([from, to]) => day >= from && day <= to) ? 0.3 : 1;
  return base * spoken * payday * festival;
}
