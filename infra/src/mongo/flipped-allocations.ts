import { allocationOf } from '@recourse/domain/money/allocation-of';
import { explainAllocation } from '@recourse/domain/money/explain/explain-allocation';
import type { Collections } from './collections.js';

/** How many loans of a tenant had money that was laid out by a later row of the order that holds, their contract's or the law's, for how long they were past due. */
export async function flippedAllocations({ loans }: Pick<Collections, 'loans'>, tenant: string): Promise<number> {
  const flips = ['terms.allocation.rows.1', 'terms.byLaw.allocation.rows.1'].map((rows) => ({
    [rows]: { $exists: true },
  }));
  const found = await loans.find({ tenant, $or: flips }).toArray();
  return found.filter(({ terms, position }) => {
    const rules = allocationOf(terms);
    const flipsAt = rules.rows[1]?.fromDpd ?? Infinity;
    const last = position.payments
      .map(({ valueDate }) => valueDate)
      .toSorted()
      .at(-1);
    if (last === undefined) return false;
    return explainAllocation(position, last, rules).payments.some(({ dpd = 0 }) => dpd >= flipsAt);
  }).length;
}
