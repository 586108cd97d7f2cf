import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { baseOf, type LateChargeBase } from './late-charge-base.js';
import type { LateChargeCap } from './late-charge-cap.js';
import type { Bill } from './late-bills.js';
import type { LoanCosts } from './loan-costs.js';
import { periodsBetween } from './periods-between.js';

/** What a yearly rate in billionths allows on the principal outstanding up to and without `asOf`, cut off. */
const allowed = ({ principal }: LoanCosts, ppb: bigint, asOf: Day): bigint => {
  const days = principal.map(({ from }) => from).toSorted();
  const first = days[0];
  if (first === undefined) return 0n;
  const minorDays = periodsBetween(first, asOf, days).reduce((sum, { from, to }) => {
    const amount = principal.find((each) => each.from === from)?.amount ?? 0;
    return sum + BigInt(amount) * BigInt(daysBetween(from, to));
  }, 0n);
  return (minorDays * ppb) / (1_000_000_000n * 365n);
};

const room = (costs: LoanCosts, { covers }: LateChargeCap, ppb: bigint, asOf: Day): bigint => {
  const charged = costs.charged
    .filter(({ on, of }) => on <= asOf && covers.includes(of))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const left = allowed(costs, ppb, asOf) - charged;
  return left > 0n ? left : 0n;
};

/** The most that was billed at one time: what was charged while all was due at once is not cut by what is due since that was undone. */
const mostBilled = (late: readonly (readonly Bill[])[], of: LateChargeBase): bigint =>
  late
    .map((bills) => bills.reduce((sum, { due }) => sum + baseOf(due, of), 0n))
    .reduce((most, sum) => (sum > most ? sum : most), 0n);

/** The most a cap lets the charges come to, never rounded up; `late`: the bills it is reckoned on, for each time between changes of the contract. */
export const capLimit = (
  cap: LateChargeCap,
  late: readonly (readonly Bill[])[],
  costs: LoanCosts,
  asOf: Day,
): bigint => {
  switch (cap.max) {
    case 'amount':
      return BigInt(cap.amount);
    case 'share':
      return (mostBilled(late, cap.of) * BigInt(cap.permille)) / 1_000n;
    case 'yearly':
      return room(costs, cap, BigInt(cap.yearlyPpm) * 1_000n, asOf);
    case 'lpr':
      return room(costs, cap, BigInt(cap.lprPpm) * BigInt(cap.permille), asOf);
    default:
      return cap satisfies never;
  }
};
