import type { LoanFact } from '../../case/loan-fact.js';
import type { ChargeFact } from '../charge-fact.js';
import { foldChargeFact } from '../fold-charge-fact.js';
import { emptyPosition, foldLoanFact } from '../fold-position.js';
import type { Position } from '../position.js';
import { againstOthers } from './against-others.js';
import type { ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal } from './explain-refusal.js';
import { unknownToOthers } from './unknown-to-others.js';

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
    for (const each of [...unknownToOthers(event, position), ...againstOthers(event, position)])
      refused.push({ ...each, field: `events[${nth}].${each.field}` });
  });
  // Events of a file tell no totals of servicing.
  const { outstandingAsOf: _untold, told: _sums, ...untold } = position;
  return { position: untold, refused };
};
