import type { Instant } from '@recourse/domain/calendar/instant';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import { agreedTooFar, isAgreedTooFar } from '@recourse/domain/contact/standing-shapes';
import type { BadLine } from './bad-lines.js';
import type { PersonLine } from './read-person-lines.js';

/** Where the day begins first it is this much later than in UTC. */
const furthestMinutes = 14 * 60;
const reason = 'must not be in the future';

/** Days and times of what has happened that the tenant's clock, `now`, has not reached anywhere; and what is agreed for longer than may be agreed now. */
export function datesAhead(lines: readonly PersonLine[], now: Instant): BadLine[] {
  const today = minutesLater(now, furthestMinutes).slice(0, 10);
  return lines.flatMap(({ number, row }) => {
    const told: [field: string, at: string | undefined][] = [
      ...row.points.flatMap(({ verifiedOn, recordedOn }, nth): [string, string | undefined][] => [
        [`points[${nth}].verifiedOn`, verifiedOn],
        [`points[${nth}].recordedOn`, recordedOn],
      ]),
      ...(row.consents ?? []).map(({ at }, nth): [string, string] => [`consents[${nth}].at`, at]),
      ...(row.optOuts ?? []).map(({ at }, nth): [string, string] => [`optOuts[${nth}].at`, at]),
      ...(row.relations ?? []).map(({ on }, nth): [string, string] => [`relations[${nth}].on`, on]),
    ];
    const ahead = told.filter(([, at = '']) => at > (at.length === today.length ? today : now));
    const agreed = (row.agreedTimes ?? []).flatMap((each, nth) =>
      isAgreedTooFar(each, now) ? [{ number, field: `agreedTimes[${nth}].untilDay`, reason: agreedTooFar }] : [],
    );
    return [...ahead.map(([field]) => ({ number, field, reason })), ...agreed];
  });
}
