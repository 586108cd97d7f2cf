import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import { daysTold } from './days-told.js';
import type { ParkedBecause } from './loan-event.js';
import { latestOf } from './take-on-loan.js';

/** No zone's clock is further ahead of UTC: a later day has begun nowhere. */
const furthestAheadMs = 14 * 3_600_000;

/** What of an event lies ahead of the tenant's clock, if anything. */
export function datedAhead(fact: LoanFact, now: string): ParkedBecause | undefined {
  const latest = minutesLater(now, tellerSkewMinutes);
  const reason = "more than 5 minutes ahead of the tenant's clock";
  if (fact.occurredAt > latest) return { code: 'dated-ahead', field: 'ce_time', reason };
  if (fact.type === 'payment-received' && fact.receivedAt > latest)
    return { code: 'dated-ahead', field: 'receivedAt', reason };
  if (fact.type === 'loan-taken-on' && latestOf(fact) > latest)
    return { code: 'dated-ahead', field: 'contacts', reason };
  const today = new Date(Date.parse(now) + furthestAheadMs).toISOString().slice(0, 10);
  const ahead = daysTold(fact).find(({ day, counts }) => counts && day > today);
  if (!ahead) return undefined;
  return { code: 'dated-ahead', field: ahead.field, reason: "is a day that has not begun on the tenant's clock" };
}
