import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { sumOf } from '@recourse/domain/money/components';
import type { Position } from '@recourse/domain/money/position';
import type { ParkedBecause } from './loan-event.js';

const amountFieldOf = (fact: LoanFact): string =>
  'instalment' in fact ? 'instalment.due' : 'instalments' in fact ? 'instalments' : 'due' in fact ? 'due' : 'amount';

/** All that was billed, paid and paid out stays a safe integer: no sum of a position is larger. */
export function tooMuchMoney(
  { instalments, payments, charges = [], moneyOut = [], accelerations = [], restructurings = [] }: Position,
  fact: LoanFact,
): ParkedBecause | undefined {
  const all = [
    ...[...instalments, ...accelerations, ...restructurings.flatMap((each) => each.instalments)].map(({ due }) =>
      sumOf(due),
    ),
    ...[...payments, ...charges, ...moneyOut].map(({ amount }) => amount),
  ].reduce((sum, amount) => sum + BigInt(amount), 0n);
  if (all <= BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return {
    code: 'sums-do-not-add-up',
    field: amountFieldOf(fact),
    reason: 'comes, with all that is known of the loan, to more than a safe integer of minor units',
  };
}
