import type { Stage } from '@recourse/domain/case/stage';
import type { Minor } from '@recourse/domain/money/money';

/** Where one loan stands: `intake` in grace or waiting to be verified, `none` without a case. */
export type Standing = {
  loanId: string;
  persons: string[];
  currency: string;
  arrears: Minor;
  bucket: string;
  stage: Stage | 'intake' | 'none';
};

/** What two sides must agree on. `arrears` by currency, `buckets` by `bucket currency`. */
export type ControlTotals = {
  loans: number;
  persons: number;
  arrears: Record<string, Minor>;
  buckets: Record<string, { loans: number; arrears: Minor }>;
  stages: Record<string, number>;
};

export function controlTotals(standings: readonly Standing[]): ControlTotals {
  const totals: ControlTotals = {
    loans: standings.length,
    persons: new Set(standings.flatMap(({ persons }) => persons)).size,
    arrears: {},
    buckets: {},
    stages: {},
  };
  for (const { currency, arrears, bucket, stage } of standings) {
    const key = `${bucket} ${currency}`;
    const before = totals.buckets[key] ?? { loans: 0, arrears: 0 };
    totals.buckets[key] = { loans: before.loans + 1, arrears: before.arrears + arrears };
    totals.arrears[currency] = (totals.arrears[currency] ?? 0) + arrears;
    totals.stages[stage] = (totals.stages[stage] ?? 0) + 1;
  }
  return totals;
}
