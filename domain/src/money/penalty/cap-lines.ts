import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { Instalment } from '../position.js';
import { capLimit } from './cap-limit.js';
import type { ChargeCap, LoanCosts } from './charge-cap.js';
import { componentOf, type ChargeKind, type DraftLine } from './statement-line.js';

/** Cut in this order: penalty interest, the first thing agreed, stands longest. */
const cutFirst = ['damages', 'compound', 'penalty'] as const satisfies readonly ChargeKind[];

const isOfLoan = (cap: ChargeCap): boolean => cap.max === 'yearly' || cap.max === 'lpr' || cap.per === 'loan';

/** What one cap takes off the lines it covers, a negative line for each charge it cuts. */
const cutsOf = (
  cap: ChargeCap,
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
 * What the caps take off, by all that is known on `asOf`: those for each instalment first, then those of the whole loan, each on what
 * the ones before it have left. A cap that has room makes no line.
 */
export const capLines = (
  caps: readonly ChargeCap[],
  charged: readonly DraftLine[],
  instalments: readonly Instalment[],
  costs: LoanCosts,
  asOf: Day,
): DraftLine[] => {
  const lines = [...charged];
  const lateNumbers = new Set(charged.filter(({ amount }) => amount > 0n).map(({ instalment }) => instalment));
  const late = instalments.filter(({ number }) => lateNumbers.has(number));
  for (const cap of caps.toSorted((a, b) => Number(isOfLoan(a)) - Number(isOfLoan(b)))) {
    const covered = lines.filter(({ charge }) => charge !== 'judgment' && cap.covers.includes(componentOf(charge)));
    if (isOfLoan(cap)) lines.push(...cutsOf(cap, covered, capLimit(cap, late, costs, asOf), asOf));
    else
      for (const each of late) {
        const own = covered.filter(({ instalment }) => instalment === each.number);
        lines.push(...cutsOf(cap, own, capLimit(cap, [each], costs, asOf), asOf, each.number));
      }
  }
  return lines.slice(charged.length);
};
