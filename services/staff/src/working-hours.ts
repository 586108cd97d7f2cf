import type { Instant } from '@recourse/domain/calendar/instant';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
/** Shanghai keeps one offset all year. */
const shanghaiMs = 8 * 60 * minuteMs;
const dayMs = 24 * 60 * minuteMs;
const from = 9 * 60 * minuteMs;
const to = 18 * 60 * minuteMs;

const instant = (ms: number): Instant => new Date(ms).toISOString();

/** The first half hour after `at` that lies in the working day, 09:00 to 17:30 in Shanghai, every day of the week. */
export function nextWorkingHalfHour(at: Instant): Instant {
  const slot = (Math.floor(Date.parse(at) / halfHourMs) + 1) * halfHourMs;
  const ofDay = (slot + shanghaiMs) % dayMs;
  if (ofDay < from) return instant(slot - ofDay + from);
  return ofDay < to ? instant(slot) : instant(slot - ofDay + dayMs + from);
}

/** The same on the real clock, where nobody waits for the half hour: `at` itself, when it lies in the working day. */
export function nextWorkingMoment(at: Instant): Instant {
  const ofDay = (Date.parse(at) + shanghaiMs) % dayMs;
  return ofDay >= from && ofDay < to ? at : nextWorkingHalfHour(at);
}
