const msPerMinute = 60_000;
/** No zone has changed its offset off a quarter hour of UTC since 1972, so an offset read once holds for its quarter. */
const msPerQuarter = 900_000;

type OffsetsOfZone = { format: Intl.DateTimeFormat; byQuarter: Map<number, number> };
const zones = new Map<string, OffsetsOfZone>();

const zoneCalled = (zone: string): OffsetsOfZone => {
  let found = zones.get(zone);
  if (!found) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    found = { format, byQuarter: new Map() };
    zones.set(zone, found);
  }
  return found;
};

/** Minutes of wall time since 1970-01-01T00:00 in `zone` at an epoch millisecond, by Intl and not by our zone slices. */
export const wallMinute = (zone: string, ms: number): number => {
  const { format, byQuarter } = zoneCalled(zone);
  const quarter = Math.floor(ms / msPerQuarter);
  let offset = byQuarter.get(quarter);
  if (offset === undefined) {
    const shown = new Map(format.formatToParts(quarter * msPerQuarter).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => shown.get(type) ?? Number.NaN;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    offset = (wall - quarter * msPerQuarter) / msPerMinute;
    byQuarter.set(quarter, offset);
  }
  return Math.floor(ms / msPerMinute) + offset;
};

/** Days since 1970-01-01 by the calendar on the wall in `zone`. */
export const wallDay = (zone: string, ms: number): number => Math.floor(wallMinute(zone, ms) / 1_440);

/** Days since 1970-01-01 of a written day. */
export const dayWritten = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / 86_400_000;

/** Minutes since midnight of a written time, `24:00` included. */
export const minuteWritten = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
