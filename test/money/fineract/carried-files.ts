import { readFileSync } from 'node:fs';
import type { CarriedFile } from './carried-scenario.js';

/** What `extract.ts` wrote, one file a feature. */
export const carriedFiles: readonly CarriedFile[] = ['LoanRepayment', 'LoanCharge', 'LoanChargeback', 'Loan'].map(
  (name) => JSON.parse(readFileSync(new URL(`scenarios/${name}.json`, import.meta.url), 'utf8')) as CarriedFile,
);
