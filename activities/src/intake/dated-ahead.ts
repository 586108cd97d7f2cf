import type { Day } from '@recourse/domain/calendar/day';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { tellerSkewMinutes } from '../clock/teller-skew.js';
import type { ParkedBecause } from './loan-event.js';
import { latestOf } from './take-on-loan.js';

/** No zone's clock is further ahead of UTC: a later day has begun nowhere. */
const furthestAheadMs = 14 * 3_600_000;

/**
 * The days from which an event counts, by field. They have begun: instalments and charges are told when they are due, so that what is overdue
 * depends on what was told and on no day.
 */
const daysOf = (fact: LoanFact): [field: string, day: Day | undefined][] => {
  switch (fact.type) {
    case 'loan-taken-on':
      return [['asOf', fact.asOf]];
    case 'charge-added':
      return [
        ['dueOn', fact.dueOn],
        ['raisedOn', fact.raisedOn],
      ];
    case 'amount-waived':
      return [['waivedOn', fact.waivedOn]];
    case 'waiver-withdrawn':
      return [['withdrawnOn', fact.withdrawnOn]];
    case 'money-out':
      return [
        ['on', fact.on],
        ['dueOn', fact.dueOn],
      ];
    case 'payment-failed':
      return [['failedOn', fact.failedOn]];
    case 'instalment-missed':
    case 'instalment-met':
    case 'payment-received':
    case 'payment-reversed':
    case 'payment-pending':
    case 'loan-closed':
    case 'person-died':
    case 'person-insolvent':
    case 'person-opted-out':
    case 'person-protected':
    case 'person-merged':
      return [];
    default:
      return fact satisfies never;
  }
};

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
  const [field] = daysOf(fact).find(([, day]) => day !== undefined && day > today) ?? [];
  if (field === undefined) return undefined;
  return { code: 'dated-ahead', field, reason: "is a day that has not begun on the tenant's clock" };
}
