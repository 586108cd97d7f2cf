import type { OutRecord } from '@recourse/activities/event-bus';
import { loanKey } from '@recourse/activities/event-keys';
import { startOfDay } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import { servicingEventType } from '../events/servicing-events-schema.js';
import { toHeaders } from '../kafka/cloud-events.js';
import { loanEventsTopic } from '../kafka/topics.js';
import type { LoanToTakeOn } from './assemble-loans.js';

export const takeOnSource = '/take-on';

/** A loan is taken on once: its event is named after it. */
export const takeOnEventId = (loanId: string): string => `taken-on-${loanId}`;

/** The event of a loan, byte for byte the same whenever the same folder is read: to load it again is harmless. */
export function takeOnRecord(
  tenant: string,
  { loanId, told }: LoanToTakeOn,
  zones: Readonly<Record<string, ZoneSlice>>,
): OutRecord {
  const zone = zones[told.terms.zone] ?? { zone: 'UTC', offsets: [[0, 0]] };
  const attributes = {
    id: takeOnEventId(loanId),
    source: takeOnSource,
    type: servicingEventType('loan-taken-on'),
    time: startOfDay(told.asOf, zone),
    tenant,
    loan: loanId,
  };
  return {
    topic: loanEventsTopic,
    key: loanKey(tenant, loanId),
    value: Buffer.from(JSON.stringify(told)),
    headers: toHeaders(attributes),
  };
}
