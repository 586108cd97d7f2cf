import { createHash } from 'node:crypto';
import { parseLoanKey } from '@recourse/activities/event-keys';
import type { ParkedBecause, ReadLoanEvent } from '@recourse/activities/intake/loan-event';
import { daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { type CloudEventAttributes, fromHeaders } from '../kafka/cloud-events.js';
import { becauseOfHeaders, becauseOfIssues } from './parked-because.js';
import { readJson } from './read-json.js';
import { servicingEventName, servicingEvents } from './servicing-events-schema.js';

/**
 * Reads and checks records of the loan events topic, each by itself. `isKnownZone`: whether we have the rules of an IANA zone; `isKnownPlace`:
 * whether a jurisdiction is a place at all (`policies/places.yaml`), left out in tests only.
 */
export function loanEventReader(
  isKnownZone: (zone: string) => boolean,
  isKnownPlace: (place: string) => boolean = () => true,
): ReadLoanEvent {
  return (record) => {
    const headers = fromHeaders(record.headers);
    if (!headers.ok) return { parked: becauseOfHeaders(headers.problems) };
    const { tenant, loan, type, id, source, time } = headers.attributes;
    const name = servicingEventName(type);
    if (name === undefined)
      return { parked: { code: 'unknown-type', field: 'ce_type', reason: 'is not an event we know' } };
    const key = parseLoanKey(record.key);
    if (key?.tenant !== tenant || key.loan !== loan) return keyMismatch;

    const value = readJson(record.value);
    if ('parked' in value) return value;
    const data = servicingEvents[name].safeParse(value.json);
    if (!data.success) return { parked: becauseOfIssues(data.error.issues) };

    const fact = { type: name, eventId: id, occurredAt: time, ...data.data } as LoanFact;
    if ('terms' in fact && !isKnownZone(fact.terms.zone)) {
      return {
        parked: { code: 'unknown-zone', field: 'terms.zone', reason: 'is not a time zone we have the rules of' },
      };
    }
    if ('terms' in fact && !isKnownPlace(fact.terms.jurisdiction)) {
      const reason = 'is neither a country nor a part of one that we know (policies/places.yaml)';
      return { parked: { code: 'malformed', field: 'terms.jurisdiction', reason } };
    }
    const wrong = tooOld(fact) ?? waitsTooLong(fact);
    if (wrong) return { parked: wrong };
    return {
      event: { tenant, loanId: loan, source, fact, contentHash: contentHash(headers.attributes, record.value) },
    };
  };
}

/** No instalment is collected so long after its day; a date before that is a mistake. */
const mostYears = 30;

function tooOld(fact: LoanFact): ParkedBecause | undefined {
  if (fact.type !== 'instalment-missed' && fact.type !== 'instalment-met') return undefined;
  const year = Number(fact.occurredAt.slice(0, 4)) - mostYears;
  if (fact.instalment.dueOn >= `${String(year).padStart(4, '0')}${fact.occurredAt.slice(4, 10)}`) return undefined;
  const reason = `must not be more than ${mostYears} years before the event`;
  return { code: 'malformed', field: 'instalment.dueOn', reason };
}

/** Longer nobody waits for money that was sent: a hold without end would silence a loan. */
const longestWaitDays = 31;

function waitsTooLong(fact: LoanFact): ParkedBecause | undefined {
  if (fact.type !== 'payment-pending' || daysBetween(fact.occurredAt.slice(0, 10), fact.expectedBy) <= longestWaitDays)
    return undefined;
  const reason = `must not be more than ${longestWaitDays} days after the event`;
  return { code: 'malformed', field: 'expectedBy', reason };
}

const keyMismatch: { parked: ParkedBecause } = {
  parked: {
    code: 'key-mismatch',
    field: 'key',
    reason: "must be ce_tenant|ce_loan, so that a loan's events keep their order",
  },
};

/** What makes two records with one id the same event: the attributes that carry meaning, and the bytes. */
function contentHash({ type, time, tenant, loan }: CloudEventAttributes, value: Uint8Array | null): string {
  const hash = createHash('sha256').update(JSON.stringify([type, time, tenant, loan]));
  return hash.update(value ?? new Uint8Array()).digest('hex');
}
