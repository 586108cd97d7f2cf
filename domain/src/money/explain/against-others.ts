import type { Day } from '../../calendar/day.js';
import { chargeBeginsOn } from '../charge-begins-on.js';
import { overdrawnPayments } from '../overdrawn-payments.js';
import type { Position } from '../position.js';
import type { ExplainEvent } from './explain-input-schema.js';
import type { ExplainRefusal } from './explain-refusal.js';

/** What an event says that cannot be beside what the others tell: an effect before its cause, more money back than came. */
export const againstOthers = (event: ExplainEvent, position: Position): ExplainRefusal[] => {
  const { payments, charges = [], waivers = [] } = position;
  const notBefore = (field: string, on: Day, what: string, since: Day | undefined): ExplainRefusal[] =>
    since === undefined || on >= since
      ? []
      : [{ reason: 'before-its-cause', field, text: `must not be before ${what} (${since})` }];
  const came = (id: string | undefined): Day | undefined =>
    payments.find(({ paymentId }) => paymentId === id)?.valueDate;
  switch (event.type) {
    case 'payment-reversed':
      return notBefore('reversedOn', event.reversedOn, 'its payment came', came(event.paymentId));
    case 'waiver-withdrawn': {
      const given = waivers.find(({ waiverId }) => waiverId === event.waiverId)?.waivedOn;
      return notBefore('withdrawnOn', event.withdrawnOn, 'it was given', given);
    }
    case 'amount-waived': {
      const { of } = event;
      if (!('chargeId' in of)) return [];
      const charge = charges.find(({ chargeId }) => chargeId === of.chargeId);
      return notBefore('waivedOn', event.waivedOn, 'its charge began', charge && chargeBeginsOn(charge));
    }
    case 'money-out': {
      const refused = notBefore('on', event.on, 'its payment came', came(event.paymentId));
      if (event.paymentId === undefined || !overdrawnPayments(position).has(event.paymentId)) return refused;
      const text = `must come, with what else left of payment ${event.paymentId}, to no more than it brought`;
      return [...refused, { reason: 'more-than-came', field: 'amount', text }];
    }
    case 'instalment-missed':
    case 'instalment-met':
    case 'payment-received':
    case 'charge-added':
      return [];
    default:
      return event satisfies never;
  }
};
