import type { LoanFact } from '../../case/loan-fact.js';
import type { ChargeFact } from '../charge-fact.js';
import { foldChargeFact } from '../fold-charge-fact.js';
import { emptyPosition, foldLoanFact } from '../fold-position.js';
import type { Position } from '../position.js';
import { againstOthers } from './against-others.js';
import type { ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal, ExplainRefusalReason } from './explain-refusal.js';

/** What the position makes nothing of stays empty. */
const factOf = (
  event: ExplainEvent,
  currency: string,
  eventId: string,
): { loan: LoanFact } | { charge: ChargeFact } => {
  const head = { eventId, occurredAt: '1970-01-01T00:00:00.000Z' };
  switch (event.type) {
    case 'instalment-missed': {
      const loan = { version: 1, product: '', zone: '', jurisdiction: '', graceDays: 0, tolerance: 0, debtors: [] };
      const totals = { asOf: event.instalment.dueOn, arrearsTotal: 0, outstandingTotal: 0 };
      return { loan: { ...head, ...event, terms: { ...loan, currency }, ...totals } };
    }
    case 'instalment-met':
      return { loan: { ...head, ...event, asOf: event.instalment.dueOn } };
    case 'payment-received': {
      const told = { receivedAt: `${event.valueDate}T00:00:00.000Z`, method: 'transfer', payer: 'debtor' } as const;
      return { loan: { ...head, currency, ...event, ...told } };
    }
    case 'payment-reversed':
      return { loan: { ...head, ...event, reason: 'returned' } };
    case 'charge-added':
    case 'amount-waived':
    case 'waiver-withdrawn':
    case 'money-out':
      return { charge: { ...event, currency } };
    default:
      return event satisfies never;
  }
};

/** What an event speaks of that no other event of the file tells. */
const unknownOf = (event: ExplainEvent, position: Position): [ExplainRefusalReason, field: string] | undefined => {
  const { instalments, payments, charges = [], waivers = [] } = position;
  const isPayment = (id: string): boolean => payments.some(({ paymentId }) => paymentId === id);
  const isInstalment = (told: number): boolean => instalments.some(({ number }) => number === told);
  switch (event.type) {
    case 'payment-reversed':
      return isPayment(event.paymentId) ? undefined : ['payment-unknown', 'paymentId'];
    case 'money-out':
      return event.paymentId === undefined || isPayment(event.paymentId) ? undefined : ['payment-unknown', 'paymentId'];
    case 'waiver-withdrawn':
      return waivers.some(({ waiverId }) => waiverId === event.waiverId) ? undefined : ['waiver-unknown', 'waiverId'];
    case 'amount-waived': {
      const { of } = event;
      if ('chargeId' in of)
        return charges.some(({ chargeId }) => chargeId === of.chargeId) ? undefined : ['charge-unknown', 'of.chargeId'];
      return isInstalment(of.instalment) ? undefined : ['instalment-unknown', 'of.instalment'];
    }
    case 'charge-added':
      return event.instalment === undefined || isInstalment(event.instalment)
        ? undefined
        : ['instalment-unknown', 'instalment'];
    case 'instalment-missed':
    case 'instalment-met':
    case 'payment-received':
      return undefined;
    default:
      return event satisfies never;
  }
};

/** The position of all events, whatever their order; or what contradicts another event, or speaks of something no event tells. */
export const foldExplainEvents = (
  events: readonly ExplainEvent[],
  currency: string,
): { position: Position; refused: ExplainRefusal[] } => {
  const refused: ExplainRefusal[] = [];
  let position = emptyPosition(currency);
  events.forEach((event, nth) => {
    const fact = factOf(event, currency, `events[${nth}]`);
    const next = 'loan' in fact ? foldLoanFact(position, fact.loan) : foldChargeFact(position, fact.charge);
    if ('position' in next) position = next.position;
    else refused.push({ reason: next.refused, field: `events[${nth}].${next.field}`, text: next.reason });
  });
  events.forEach((event, nth) => {
    const [reason, field] = unknownOf(event, position) ?? [];
    if (reason !== undefined)
      refused.push({ reason, field: `events[${nth}].${field}`, text: 'must be one that this file tells of' });
    for (const each of againstOthers(event, position)) refused.push({ ...each, field: `events[${nth}].${each.field}` });
  });
  return { position, refused };
};
