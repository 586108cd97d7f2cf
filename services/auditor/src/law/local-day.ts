import { wallDay } from '../wall-time.js';

const dayMs = 86_400_000;
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const noon = (day: string): number => Date.parse(`${day}T12:00:00.000Z`);

/** So many calendar days on (or back). */
export const dayPlus = (day: string, count: number): string =>
  new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);

export const weekdayOf = (day: string): string => days[new Date(noon(day)).getUTCDay()] ?? '';

/** Days by instant and zone, each reckoned once: caps ask for the same few over and over. Empty: no such zone. */
export const localDays = (): ((at: string, zone: string) => string) => {
  const known = new Map<string, string>();
  return (at, zone) => {
    const key = `${at} ${zone}`;
    const day = known.get(key) ?? wallDay(at, zone) ?? '';
    known.set(key, day);
    return day;
  };
};
