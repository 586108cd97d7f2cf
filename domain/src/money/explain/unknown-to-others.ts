import type { Position } from '../position.js';
import type { ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal, ExplainRefusalReason } from './explain-refusal.js';

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

/** What an event speaks of that no other event of the file tells. */
export const unknownToOthers = (event: ExplainEvent, position: Position): ExplainRefusal[] => {
  const [reason, field] = unknownOf(event, position) ?? [];
  return reason === undefined ? [] : [{ reason, field: field ?? '', text: 'must be one that this file tells of' }];
};
