import { addDays } from '../calendar/day-arithmetic.js';
import { localDay } from '../calendar/local-time.js';
import type { GateAsk } from '../contact/gate-ask.js';

/**
 * Whether the person's own consent to more calls covers this one: given not later than `at`, in the last `days` calendar days, the day of
 * consent the first of them (12 CFR 1006.14(b)(3)(i)). In doubt about the zone it must hold in each.
 */
export const consentedNow = (days: number | undefined, { attempt, person }: GateAsk): boolean =>
  days !== undefined &&
  person.zones.length > 0 &&
  person.standing.consents.some(
    ({ to, channel, at, until }) =>
      to === 'more-calls' &&
      channel === attempt.channel &&
      at <= attempt.at &&
      (until === undefined || attempt.at < until) &&
      person.zones.every((zone) => localDay(attempt.at, zone) < addDays(localDay(at, zone), days)),
  );
