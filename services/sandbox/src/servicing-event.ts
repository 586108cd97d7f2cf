import type { Protection } from './loan-script.js';
import type { Allocation } from './allocation.js';
import type { LateTerms } from './late-terms.js';
import type { Day, Instant } from './local-time.js';

export type Terms = {
  version: number;
  product: string;
  currency: string;
  zone: string;
  jurisdiction: string;
  graceDays: number;
  /** Minor units. */
  tolerance: number;
  debtors: { personId: string; role: 'borrower' | 'co-borrower' | 'guarantor' }[];
  allocation?: Allocation;
} & Partial<LateTerms>;

type Due = { number: number; dueOn: Day; due: { principal?: number; interest?: number; damages?: number } };

/** The data of each servicing event by its name, as the contract with servicing has it. Amounts in minor units. */
export type ServicingData = {
  'instalment-missed': { terms: Terms; instalment: Due; asOf: Day; arrearsTotal: number; outstandingTotal: number };
  'loan-taken-on': {
    terms: Terms;
    asOf: Day;
    arrearsTotal: number;
    outstandingTotal: number;
    instalments: (Due & { state: 'missed' })[];
    payments: [];
    notices: [];
    contacts: [];
    holds: [];
  };
  'instalment-met': { instalment: Due; asOf: Day };
  'payment-received': {
    paymentId: string;
    amount: number;
    currency: string;
    valueDate: Day;
    receivedAt: Instant;
    method: 'transfer' | 'direct-debit' | 'card' | 'wallet' | 'cash';
    payer: 'debtor' | 'third-party';
  };
  'payment-pending': { paymentId: string; amount: number; currency: string; expectedBy: Day };
  'payment-failed': { paymentId: string; failedOn: Day; reason: 'insufficient-funds'; attempt: number };
  'creditor-changed': { changeId: string; to: string; on: Day; notifiedOn?: Day };
  'loan-accelerated': {
    accelerationId: string;
    currency: string;
    on: Day;
    from: number;
    due: { principal: number };
    notice: { kind: string; sentOn: Day; provedOn: Day };
    arrearsTotal: number;
    outstandingTotal: number;
  };
  'loan-restructured': {
    restructuringId: string;
    currency: string;
    on: Day;
    replaces: { from: number; to: number };
    takenOver: Record<string, number>;
    overdue: 'capitalised';
    instalments: Due[];
    arrearsTotal: number;
    outstandingTotal: number;
  };
  'payment-reversed': { paymentId: string; reversedOn: Day; reason: 'returned' | 'charged-back' | 'booked-in-error' };
  'loan-closed': { reason: 'paid-off' | 'settled' | 'sold' | 'uncollectable' | 'opened-in-error' };
  'person-died': { personId: string };
  'person-insolvent': { personId: string; on: Day };
  'person-opted-out': { personId: string };
  'person-protected': { personId: string; reason: Protection };
  'person-merged': { from: string; into: string };
};

export type ServicingEventName = keyof ServicingData;

export const servicingTypePrefix = 'com.recourse.servicing.';
export const servicingTypeOf = (name: string): string => `${servicingTypePrefix}${name}.v1`;

/** One event ready for Kafka. `body` is the record's value, so that poison can be anything. */
export type OutgoingEvent = {
  topic: 'servicing.loan.events.v1' | 'collections.contact.outcomes.v1';
  key: string;
  id: string;
  source: string;
  type: string;
  time: Instant;
  tenant: string;
  /** `loan` of servicing events, `attempt` of contact outcomes. */
  extension: { loan: string } | { attempt: string };
  body: string;
};
