import type { EventLog } from './event-log.js';
import type { Loan } from './loan.js';
import type { Instant } from './local-time.js';
import { type OutgoingEvent, type ServicingData, type ServicingEventName, servicingTypeOf } from './servicing-event.js';

export const servicingSource = '/servicing/sandbox';

export type ServicingOut = {
  /** Publishes at the present instant an event that happened at `time`. */
  publish<N extends ServicingEventName>(loan: Loan, name: N, time: Instant, data: ServicingData[N]): void;
  /** The same event, byte for byte, twice. */
  publishTwice<N extends ServicingEventName>(loan: Loan, name: N, time: Instant, data: ServicingData[N]): void;
  /** Something nobody can take: `body` as it stands. */
  publishNonsense(loan: Loan, name: ServicingEventName, time: Instant, body: string): void;
};

type Needs = { tenant: string; put(event: OutgoingEvent): void; log: EventLog; now(): Instant };

/** How servicing tells of a loan: ids count per loan, so they do not depend on what else is published. */
export function servicingOut({ tenant, put, log, now }: Needs): ServicingOut {
  function make(loan: Loan, name: ServicingEventName, time: Instant, body: string): OutgoingEvent {
    loan.eventsMade += 1;
    return {
      topic: 'servicing.loan.events.v1',
      key: `${tenant}|${loan.loanId}`,
      id: `${loan.loanId}-e${loan.eventsMade}`,
      source: servicingSource,
      type: servicingTypeOf(name),
      time,
      tenant,
      extension: { loan: loan.loanId },
      body,
    };
  }

  function send(event: OutgoingEvent, { loanId }: Loan, paymentId?: string, poison = false): void {
    put(event);
    const { id, type, time } = event;
    log.note({ id, type, loan: loanId, time, ...(paymentId && { paymentId }), publishedAt: now(), poison });
  }

  const paymentIdIn = (data: object): string | undefined =>
    'paymentId' in data && typeof data.paymentId === 'string' ? data.paymentId : undefined;

  return {
    publish: (loan, name, time, data) => send(make(loan, name, time, JSON.stringify(data)), loan, paymentIdIn(data)),
    publishTwice(loan, name, time, data) {
      const event = make(loan, name, time, JSON.stringify(data));
      send(event, loan, paymentIdIn(data));
      send(event, loan, paymentIdIn(data));
    },
    publishNonsense: (loan, name, time, body) => send(make(loan, name, time, body), loan, undefined, true),
  };
}
