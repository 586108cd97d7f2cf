import type { LoanFact } from '../case/loan-fact.js';
import { opensCase } from '../case/opens-case.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { foldLoanFact } from '../money/fold-position.js';
import { letCaseTurn } from './let-case-turn.js';
import type { LoanWorld } from './loan-world.js';

/** Servicing tells of the loan: folded into its position, then taken by its case, or by the one that opens. */
export const tellOfLoan = (world: LoanWorld, fact: LoanFact): void => {
  const folded = foldLoanFact(world.position, fact);
  if ('refused' in folded) throw new Error(`${fact.type} of loan ${world.row.loan} is refused: ${folded.reason}`);
  world.position = { ...folded.position, version: world.position.version + 1 };
  world.owes = amountsOn(world.position, 'now', allocationOf(world.terms));
  const open = world.kase !== undefined;
  if (open || opensCase({ position: world.position }, fact))
    letCaseTurn(world, [{ itemId: fact.eventId, at: world.now, kind: 'loan-event', event: fact }]);
};
