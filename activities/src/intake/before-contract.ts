import type { Day } from '@recourse/domain/calendar/day';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import type { Position } from '@recourse/domain/money/position';
import type { ParkedBecause } from './loan-event.js';

/** The days on which an event says that money moved or fell due, by field; those of earlier events are in the position. */
const daysOf = (fact: LoanFact): [field: string, day: Day | undefined][] => {
  switch (fact.type) {
    case 'instalment-missed':
    case 'instalment-met':
      return [['instalment.dueOn', fact.instalment.dueOn]];
    case 'payment-received':
      return [['valueDate', fact.valueDate]];
    case 'payment-reversed':
      return [['reversedOn', fact.reversedOn]];
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
    case 'payment-pending':
      return [['expectedBy', fact.expectedBy]];
    case 'payment-failed':
      return [['failedOn', fact.failedOn]];
    case 'loan-taken-on':
      return [
        ...fact.instalments.map(({ dueOn }): [string, Day] => ['instalments', dueOn]),
        ...fact.payments.map(({ valueDate }): [string, Day] => ['payments', valueDate]),
      ];
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

/** The earliest day of what is known of a loan's money. */
const firstDayOf = ({ instalments, payments, charges = [], waivers = [], moneyOut = [] }: Position): Day =>
  [
    ...instalments.map(({ dueOn }) => dueOn),
    ...payments.flatMap(({ valueDate, reversedOn = valueDate }) => [valueDate, reversedOn]),
    ...charges.flatMap(({ dueOn, raisedOn = dueOn }) => [dueOn, raisedOn]),
    ...waivers.map(({ waivedOn }) => waivedOn),
    ...moneyOut.map(({ on }) => on),
  ].reduce((a, b) => (a < b ? a : b), '~');

/** Money before the contract was signed, whichever of the two is told later: no charge could be reckoned of such a history. */
export function beforeContract(
  terms: Terms | undefined,
  position: Position,
  fact: LoanFact,
): ParkedBecause | undefined {
  const startOn = terms?.startOn;
  if (startOn === undefined) return undefined;
  const reason = 'must not be before the contract was signed (terms.startOn)';
  const [field] = daysOf(fact).find(([, day]) => day !== undefined && day < startOn) ?? [];
  if (field !== undefined) return { code: 'before-contract-start', field, reason };
  if (fact.type !== 'instalment-missed' || firstDayOf(position) >= startOn) return undefined;
  return {
    code: 'before-contract-start',
    field: 'terms.startOn',
    reason: 'is after a day on which money of this loan is known to have moved',
  };
}
