import type { HeldLoan } from './late-of-case.js';
import type { Seen } from './seen.js';

/** The loan as a turn sees it, with all that holds it or one of its debtors. */
export const heldLoan = ({ position, terms, loanHolds, people }: Seen): HeldLoan => ({
  position,
  terms,
  holds: [...loanHolds, ...people.flatMap(({ holds }) => holds)],
});
