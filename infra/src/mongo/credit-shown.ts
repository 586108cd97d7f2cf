import type { Collections } from './collections.js';

/** What became of credit records, in loans; `disputed` in disputes. */
export type CreditShown = {
  furnished: number;
  withheld: number;
  corrected: number;
  rejected: number;
  disputed: number;
};

/** Of a tenant's loans: told of, left out at least once, corrected, not taken at first, disputed. */
export async function creditShown(
  { creditMonths, creditDisputes }: Pick<Collections, 'creditMonths' | 'creditDisputes'>,
  tenant: string,
): Promise<CreditShown> {
  const months = await creditMonths.find({ tenant }).toArray();
  const loans = (has: (month: (typeof months)[number]) => boolean): number =>
    new Set(months.filter(has).map(({ loanId }) => loanId)).size;
  return {
    furnished: loans(({ rows }) => rows.length > 0),
    withheld: loans(({ withheld }) => withheld !== undefined),
    corrected: loans(({ rows }) => rows.some(({ kind }) => kind === 'correction')),
    rejected: loans(({ rows }) => rows.some(({ receipt }) => receipt?.taken === false)),
    disputed: await creditDisputes.countDocuments({ tenant }),
  };
}
