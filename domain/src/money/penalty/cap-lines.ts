import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { capLimit } from './cap-limit.js';
import type { LateChargeCap } from './late-charge-cap.js';
import type { Bill } from './late-bills.js';
import type { LoanCosts } from './loan-costs.js';
import { componentOf, type LateChargeKind, type DraftLine } from './statement-line.js';

/** Cut in this order: penalty interest, the first thing agreed, stands longest. */
const cutFirst = ['damages', 'compound', 'penalty'] as const satisfies readonly LateChargeKind[];

const isOfLoan = (cap: LateChargeCap): boolean => cap.max === 'yearly' || cap.max === 'lpr' || cap.per === 'loan';

/** What one cap takes off the lines it covers, a negative line for each charge it cuts. */
const cutsOf = (
  cap: LateChargeCap,
  covered: readonly DraftLine[],
  limit: bigint,
  asOf: Day,
  instalment?: number,
): DraftLine[] => {
  const sum = covered.reduce((total, { amount }) => total + amount, 0n);
  const from = covered.map((line) => line.from).toSorted()[0] ?? asOf;
  let over = sum - limit;
  return cutFirst.flatMap((charge): DraftLine[] => {
    const charged = covered.filter((line) => line.charge === charge).reduce((total, { amount }) => total + amount, 0n);
    const cut = over < charged ? over : charged;
    if (cut <= 0n) return [];
    over -= cut;
    return [
      {
        charge,
        ...(instalment !== undefined && { instalment }),
        from,
        to: asOf,
        days: daysBetween(from, asOf),
        base: sum,
        amount: -cut,
        rule: { by: 'cap', name: cap.rule, limit },
      },
    ];
  });
};

/**
 * What the caps take off, by all that is known on `asOf`: those for each instalment first, then those of the whole loan, each on what the ones before
 * it have left. A cap that has room makes no line. `billed`: for each time between changes of the contract.
 */
export const capLines = (
  caps: readonly LateChargeCap[],
  charged: readonly DraftLine[],
  billed: readonly (readonly Bill[])[],
  costs: LoanCosts,
  asOf: Day,
): DraftLine[] => {
  const lines = [...charged];
  const lateNumbers = new Set(charged.filter(({ amount }) => amount > 0n).map(({ instalment }) => instalment));
  const late = billed.map((bills) => bills.filter(({ number }) => lateNumbers.has(number)));
  for (const cap of caps.toSorted((a, b) => Number(isOfLoan(a)) - Number(isOfLoan(b)))) {
    const covered = lines.filter(({ charge }) => charge !== 'judgment' && cap.covers.includes(componentOf(charge)));
    if (isOfLoan(cap)) lines.push(...cutsOf(cap, covered, capLimit(cap, late, costs, asOf), asOf));
    else
      for (const number of lateNumbers) {
        const bills = late.map((all) => all.filter((each) => each.number === number));
        // What fell due after the last instalment, as by a chargeback, has no bill to take a share of.
        if (number === undefined || (cap.max === 'share' && bills.every((all) => all.length === 0))) continue;
        const own = covered.filter(({ instalment }) => instalment === number);
        lines.push(...cutsOf(cap, own, capLimit(cap, bills, costs, asOf), asOf, number));
      }
  }
  return lines.slice(charged.length);
};
