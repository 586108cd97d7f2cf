import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { sumOf } from '../money/components.js';
import type { Components } from '../money/money.js';
import type { Position } from '../money/position.js';
import type { LoanInServicing } from './loan-in-servicing.js';
import type { LoanVerification, MismatchField } from './loan-verification.js';
import type { Terms } from './terms.js';

const named = (debtors: Terms['debtors']): string =>
  debtors
    .map(({ personId, role }) => `${personId} ${role}`)
    .toSorted()
    .join(', ');

/** Components may be allocated in another order than ours; what is left of an instalment may not differ. */
const left = (instalments: { number: number; dueOn: string; components: Components }[]): string =>
  instalments
    .filter(({ components }) => sumOf(components) > 0)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, dueOn, components }) => `${number} due ${dueOn}: ${sumOf(components)}`)
    .join(', ');

/** Holds what servicing says now against what its events have told us. `theirs` undefined: servicing knows no such loan. Amounts in minor units. */
export const compareWithServicing = (
  theirs: LoanInServicing | undefined,
  { loanId, terms, position }: { loanId: string; terms: Terms; position: Position & { version: number } },
): LoanVerification => {
  const differs = (field: MismatchField, ours: string, other: string): LoanVerification => ({
    result: 'mismatched',
    field,
    ours,
    theirs: other,
    positionVersion: position.version,
  });
  if (theirs?.loanId !== loanId) return differs('loan', loanId, theirs?.loanId ?? 'unknown-loan');
  if (theirs.currency !== terms.currency) return differs('currency', terms.currency, theirs.currency);
  const [ourDebtors, theirDebtors] = [named(terms.debtors), named(theirs.debtors)];
  if (ourDebtors !== theirDebtors) return differs('debtors', ourDebtors, theirDebtors);

  const { arrears, byInstalment } = amountsOn(position, 'now', allocationOf(terms));
  if (!theirs.overdue && arrears > 0) return { result: 'not-overdue' };
  const sum = theirs.unpaid.reduce((total, { components }) => total + sumOf(components), 0);
  if (sum !== arrears) return differs('sums', String(arrears), String(sum));
  const ours = left(byInstalment.map(({ unpaid, ...rest }) => ({ ...rest, components: unpaid })));
  const others = left(theirs.unpaid);
  if (ours !== others) return differs('instalments', ours, others);
  return { result: 'verified', positionVersion: position.version };
};
