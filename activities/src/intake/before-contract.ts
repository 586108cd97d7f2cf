import type { Day } from '@recourse/domain/calendar/day';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Terms } from '@recourse/domain/case/terms';
import type { Position } from '@recourse/domain/money/position';
import { daysTold } from './days-told.js';
import type { ParkedBecause } from './loan-event.js';

/** The earliest day of what is known of a loan's money. */
const firstDayOf = ({
  instalments,
  payments,
  charges = [],
  waivers = [],
  moneyOut = [],
  accelerations = [],
  restructurings = [],
}: Position): Day =>
  [
    ...instalments.map(({ dueOn }) => dueOn),
    ...payments.flatMap(({ valueDate, reversedOn = valueDate }) => [valueDate, reversedOn]),
    ...charges.flatMap(({ dueOn, raisedOn = dueOn }) => [dueOn, raisedOn]),
    ...waivers.map(({ waivedOn }) => waivedOn),
    ...[...moneyOut, ...accelerations, ...restructurings].map(({ on }) => on),
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
  const early = daysTold(fact).find(({ day }) => day < startOn);
  if (early) return { code: 'before-contract-start', field: early.field, reason };
  if (!('terms' in fact) || firstDayOf(position) >= startOn) return undefined;
  return {
    code: 'before-contract-start',
    field: 'terms.startOn',
    reason: 'is after a day on which money of this loan is known to have moved',
  };
}
