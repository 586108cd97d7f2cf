import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { assembleLoans, type LoanToTakeOn } from './assemble-loans.js';
import type { BadRow } from './bad-row.js';
import { checkTables, type TakeOnContext } from './check-tables.js';
import { readTables } from './read-tables.js';
import type { TakeOnFile } from './take-on-files.js';

/**
 * A take-on folder as read and checked by itself. `whole`: the loans with no bad row. `unreadable`: a file as a whole is wrong, and
 * nothing of the folder can be taken.
 */
export type ReadTakeOn = {
  whole: LoanToTakeOn[];
  bad: BadRow[];
  unreadable: boolean;
  absent: TakeOnFile[];
};

export function readTakeOn(folder: string, context: TakeOnContext): ReadTakeOn {
  const { tables, bad: badByThemselves, unreadable, absent } = readTables(folder);
  if (unreadable) return { whole: [], bad: badByThemselves, unreadable, absent };
  const named = badByThemselves.flatMap(({ file, loanId }) => (file === 'loans.csv' && loanId ? [loanId] : []));
  const bad = [...badByThemselves, ...checkTables(tables, new Set(named), context)];
  const broken = new Set(bad.map(({ loanId }) => loanId));
  const loans = assembleLoans(tables).filter(({ loanId }) => !broken.has(loanId));
  const sums = loans.flatMap(wrongSums);
  const short = new Set(sums.map(({ loanId }) => loanId));
  return { whole: loans.filter(({ loanId }) => !short.has(loanId)), bad: [...bad, ...sums], unreadable, absent };
}

/** What instalments and payments leave is what the books say. Only asked where every row is good. */
function wrongSums({ loanId, line, told }: LoanToTakeOn): BadRow[] {
  const file = 'loans.csv';
  const fact = { type: 'loan-taken-on' as const, eventId: '', occurredAt: '', ...told };
  const folded = foldLoanFact(emptyPosition(told.terms.currency), fact);
  if ('refused' in folded) return [{ file, line, field: folded.field, reason: folded.reason, loanId }];
  const { arrears } = amountsOn(folded.position, 'now');
  if (arrears === told.arrearsTotal) return [];
  const reason = `instalments less payments leave ${arrears}`;
  return [{ file, line, field: 'arrears_total', reason, loanId }];
}
