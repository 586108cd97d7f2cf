import type { Day } from '@recourse/domain/calendar/day';
import type { LoanFact } from '@recourse/domain/case/loan-fact';

/** A day an event tells. It `counts` from that day: it has begun. The others tell when something is due or expected, and may lie ahead. */
export interface DayTold {
  readonly field: string;
  readonly day: Day;
  readonly counts: boolean;
}

const told = (counts: boolean, days: Readonly<Record<string, Day | undefined>>): DayTold[] =>
  Object.entries(days).flatMap(([field, day]) => (day === undefined ? [] : { field, day, counts }));

/** The days on which an event says that money moved or fell due, by field; those of earlier events are in the position. */
export const daysTold = (fact: LoanFact): DayTold[] => {
  switch (fact.type) {
    case 'instalment-missed':
    case 'instalment-met':
      return told(false, { 'instalment.dueOn': fact.instalment.dueOn });
    case 'payment-received':
      return told(false, { valueDate: fact.valueDate });
    case 'payment-reversed':
      return told(false, { reversedOn: fact.reversedOn });
    case 'payment-pending':
      return told(false, { expectedBy: fact.expectedBy });
    case 'charge-added':
      return told(true, { dueOn: fact.dueOn, raisedOn: fact.raisedOn });
    case 'amount-waived':
      return told(true, { waivedOn: fact.waivedOn });
    case 'waiver-withdrawn':
      return told(true, { withdrawnOn: fact.withdrawnOn });
    case 'money-out':
      return told(true, { on: fact.on, dueOn: fact.dueOn });
    case 'payment-failed':
      return told(true, { failedOn: fact.failedOn });
    case 'loan-restructured':
      return [
        ...told(true, { on: fact.on }),
        ...fact.instalments.flatMap(({ dueOn }) => told(false, { instalments: dueOn })),
      ];
    case 'loan-accelerated':
      return told(true, {
        on: fact.on,
        'notice.sentOn': fact.notice?.sentOn,
        'notice.provedOn': fact.notice?.provedOn,
      });
    case 'acceleration-undone':
      return told(true, { undoneOn: fact.undoneOn });
    case 'creditor-changed':
      return told(true, { on: fact.on, notifiedOn: fact.notifiedOn });
    case 'loan-taken-on':
      return [
        ...told(true, { asOf: fact.asOf }),
        ...fact.instalments.flatMap(({ dueOn }) => told(false, { instalments: dueOn })),
        ...fact.payments.flatMap(({ valueDate }) => told(false, { payments: valueDate })),
      ];
    case 'dispute-raised':
    case 'complaint-raised':
      return told(true, { raisedOn: fact.raisedOn });
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
