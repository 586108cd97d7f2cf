import { addDays } from '../calendar/day-arithmetic.js';
import { localDay } from '../calendar/local-time.js';
import type { Instant } from '../calendar/instant.js';
import type { GateAsk } from '../contact/gate-ask.js';
import { isUnit } from './counted-entries.js';
import { isRevoked } from './is-revoked.js';

/** A talk about the loan since, whoever began it, or one that may have been, uses a consent up (comment 14(b)(3)(i)-2(3)). */
const talkedSince = (given: Instant, { attempt, ledger }: GateAsk): boolean =>
  [...ledger.person, ...ledger.point].some(
    (entry) =>
      entry.at > given &&
      entry.at <= attempt.at &&
      (entry.loans === undefined || entry.loans.includes(attempt.loanId)) &&
      isUnit('conversation', entry),
  );

/**
 * Whether the person's own consent to more calls covers this one: given not later than `at`, in the last `days` calendar days, the day of
 * consent the first of them (12 CFR 1006.14(b)(3)(i)), and no talk since. In doubt about the zone it must hold in each.
 */
export const consentedNow = (days: number | undefined, ask: GateAsk): boolean =>
  days !== undefined &&
  ask.person.zones.length > 0 &&
  ask.person.standing.consents.some(
    ({ to, channel, pointId, basis, at, until }) =>
      !isRevoked({ at }, ask) &&
      to === 'more-calls' &&
      (pointId === undefined || pointId === ask.attempt.pointId) &&
      // Given to whoever calls, not to the creditor or the collector before (comment 6(b)(4)(i)-2).
      basis === 'consent' &&
      channel === ask.attempt.channel &&
      at <= ask.attempt.at &&
      (until === undefined || ask.attempt.at < until) &&
      ask.person.zones.every((zone) => localDay(ask.attempt.at, zone) < addDays(localDay(at, zone), days)) &&
      !talkedSince(at, ask),
  );
