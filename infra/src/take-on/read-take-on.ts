import { amountsOn } from '@recourse/domain/money/arrears';
import { emptyPosition, foldLoanFact } from '@recourse/domain/money/fold-position';
import { assembleLoans, type LoanToTakeOn } from './assemble-loans.js';
import type { BadRow } from './bad-row.js';
import { checkTables, type TakeOnContext } from './check-tables.js';
import { readTables } from './read-tables.js';
import type { TakeOnFile } from './take-on-files.js';

/**
 * A take-on folder as read and checked by itself. `whole`: the loans with no bad row. Nothing of the folder can be taken when a file as a
 * whole is wrong (`unreadable`), or when a bad row tells no loan of loans.csv (`untied`): it may be a hold or a contact of any of them.
 */
export type ReadTakeOn = {
  whole: LoanToTakeOn[];
  bad: BadRow[];
  unreadable: boolean;
  untied: boolean;
  absent: TakeOnFile[];
  empty: TakeOnFile[];
};

export function readTakeOn(folder: string, context: TakeOnContext): ReadTakeOn {
  const { tables, bad: badByThemselves, unreadable, absent, empty } = readTables(folder, context);
  if (unreadable) return { whole: [], bad: badByThemselves, unreadable, untied: false, absent, empty };
  const named = new Set(
    badByThemselves.flatMap(({ file, loanId }) => (file === 'loans.csv' && loanId ? [loanId] : [])),
  );
  const listed = new Set([...named, ...tables['loans.csv'].map((row) => row.loan_id)]);
  const bad = [...badByThemselves, ...strays(badByThemselves, listed), ...checkTables(tables, named, context)];
  const untied = bad.some(({ loanId = '', shifted }) => shifted === true || !listed.has(loanId));
  const broken = new Set(bad.map(({ loanId }) => loanId));
  const loans = assembleLoans(tables).filter(({ loanId }) => !broken.has(loanId));
  const sums = loans.flatMap(wrongSums);
  const short = new Set(sums.map(({ loanId }) => loanId));
  const whole = untied ? [] : loans.filter(({ loanId }) => !short.has(loanId));
  return { whole, bad: [...bad, ...sums], unreadable, untied, absent, empty };
}

/** Bad rows whose loan nobody lists: once for each row. */
function strays(bad: readonly BadRow[], listed: ReadonlySet<string>): BadRow[] {
  const seen = new Set<string>();
  return bad.flatMap(({ file, line, field, loanId, shifted }) => {
    const row = `${file} ${line}`;
    if (loanId === undefined || listed.has(loanId) || shifted || field === 'loan_id' || seen.has(row)) return [];
    seen.add(row);
    return [{ file, line, field: 'loan_id', reason: 'is not in loans.csv', loanId }];
  });
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
