import type { Minor } from './money.js';
import type { Position } from './position.js';

/**
 * All that is owed, due or not, by servicing's own total less what came since, minor units; at least `arrears`. Before servicing has told a
 * total nobody knows more than the arrears.
 */
export const owedInAll = ({ outstanding, outstandingAsOf, payments }: Position, arrears: Minor): Minor => {
  if (outstandingAsOf === undefined) return arrears;
  const since = payments
    .filter(({ valueDate, reversedOn }) => valueDate > outstandingAsOf && reversedOn === undefined)
    .reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(arrears, outstanding - since);
};
