import type { Instant } from '@recourse/domain/calendar/instant';

/** `2026-01-31 09:00` as the clocks of `zone` show it. */
export function momentWords(at: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(at));
}
