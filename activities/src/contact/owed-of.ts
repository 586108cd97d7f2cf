import type { Minor } from '@recourse/domain/money/money';
import type { CoveredCase } from '../records/act-record.js';

/** What a borrower is told to owe on one loan: its arrears, with the charges for lateness of the day where there are any. Minor units. */
export const owedOf = ({ arrears, late }: Pick<CoveredCase, 'arrears' | 'late'>): Minor => late?.owed ?? arrears;
