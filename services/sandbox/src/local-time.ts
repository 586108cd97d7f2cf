/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;
/** ISO 8601 in UTC with milliseconds; sorts as text. */
export type Instant = string;

const dayMs = 86_400_000;
const readers = new Map<string, Intl.DateTimeFormat>();

function reader(zone: string): Intl.DateTimeFormat {
  let found = readers.get(zone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    readers.set(zone, found);
  }
  return found;
}

export function isZone(zone: string): boolean {
  try {
    reader(zone);
    return true;
  } catch {
    return false;
  }
}

function wallTime(at: Instant, zone: string): { day: Day; minutes: number } {
  const parts = Object.fromEntries(
    reader(zone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    minutes: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** `HH:MM` of the clock on the wall. */
export function timeOf(at: Instant, zone: string): string {
  const { minutes } = wallTime(at, zone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

export const dayOf = (at: Instant, zone: string): Day => wallTime(at, zone).day;

export const plusMs = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

const halfHourMs = 30 * 60_000;

/** The first instant of the half-hour grid at or after this one. */
export const nextHalfHour = (at: Instant): Instant =>
  new Date(Math.ceil(Date.parse(at) / halfHourMs) * halfHourMs).toISOString();

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** `HH:MM` of a day in a zone. A time that the clocks skip is taken an hour later; one that comes twice, the first time. */
export function instantOf(day: Day, time: string, zone: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const offsetAt = (ms: number): number => {
    const wall = wallTime(new Date(ms).toISOString(), zone);
    return Date.parse(`${wall.day}T00:00:00Z`) + wall.minutes * 60_000 - ms;
  };
  const before = wanted - offsetAt(wanted - dayMs);
  const after = wanted - offsetAt(wanted + dayMs);
  if (before === after || before + offsetAt(before) === wanted) return new Date(before).toISOString();
  return new Date(after + offsetAt(after) === wanted ? after : before).toISOString();
}
