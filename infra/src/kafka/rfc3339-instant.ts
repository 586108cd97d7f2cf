import type { Instant } from '@recourse/domain/calendar/instant';

const rfc3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** An RFC 3339 time of any offset as our UTC instant, cut to milliseconds; undefined when it is not one or its day does not exist. */
export function rfc3339Instant(text: string): Instant | undefined {
  const [, year, month, day] = rfc3339.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  // JavaScript takes 30 February for 2 March.
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const at = new Date(text);
  return Number(day) >= 1 && Number(day) <= lastDay && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}
