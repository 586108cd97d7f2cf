import type { ToldTerms } from '../news.js';
import type { Billed } from './bills-of-days.js';
import { dayNumber } from './day-number.js';
import type { Cap, Charged } from './late-charge.js';
import { componentsOf } from './open-debts.js';

/** What is cut first: what was agreed first stands longest. Judgment interest is the law's and never cut. */
const cutFirst = ['damages', 'compound', 'penalty'] as const;

const ofInstalment = (cap: Cap): boolean => 'per' in cap && cap.per === 'instalment';
const sumOf = (charged: readonly Charged[]): bigint => charged.reduce((sum, { amount }) => sum + amount, 0n);

/** All that was charged, and what caps take off it as negative amounts: caps of an instalment first, then those of the loan. `bills`: of each day. */
export const cutByCaps = (
  charged: readonly Charged[],
  caps: readonly Cap[],
  bills: readonly (readonly Billed[])[],
  costs: ToldTerms['costs'],
  asOf: string,
): Charged[] => {
  const all = [...charged];
  const numbers = [...new Set(charged.filter(({ amount }) => amount > 0n).map(({ instalment }) => instalment))];
  const billsOf = (meant: readonly (number | undefined)[]): Billed[][] =>
    bills.map((ofDay) => ofDay.filter(({ number }) => meant.includes(number)));
  const cut = (cap: Cap, of: readonly Billed[][], concerned: (each: Charged) => boolean, instalment?: number): void => {
    const covered = all.filter((each) => each.kind !== 'judgment' && cap.covers.includes(each.kind) && concerned(each));
    let over = sumOf(covered) - limitOf(cap, of, costs, asOf);
    for (const kind of cutFirst) {
      const there = sumOf(covered.filter((each) => each.kind === kind));
      const amount = over < there ? over : there;
      if (amount <= 0n) continue;
      over -= amount;
      all.push({ kind, ...(instalment !== undefined && { instalment }), amount: -amount });
    }
  };
  for (const cap of caps.filter(ofInstalment)) {
    for (const number of numbers) {
      const billed = billsOf([number]);
      // What fell due beside every instalment has no bill of which a share could be taken.
      if (number === undefined || (cap.max === 'share' && billed.flat().length === 0)) continue;
      cut(cap, billed, ({ instalment }) => instalment === number, number);
    }
  }
  for (const cap of caps.filter((each) => !ofInstalment(each))) cut(cap, billsOf(numbers), () => true);
  return all;
};

const limitOf = (cap: Cap, late: readonly Billed[][], costs: ToldTerms['costs'], asOf: string): bigint => {
  switch (cap.max) {
    case 'amount':
      return BigInt(cap.amount);
    case 'share': {
      const of = componentsOf(cap.of);
      // The day on which the most was billed.
      const most = late.reduce((so, ofDay) => {
        const billed = ofDay.reduce(
          (sum, { parts }) => of.reduce((all, each) => all + BigInt(parts[each] ?? 0), sum),
          0n,
        );
        return billed > so ? billed : so;
      }, 0n);
      return (most * BigInt(cap.permille)) / 1_000n;
    }
    case 'yearly':
      return roomOf(costs, cap.covers, BigInt(cap.yearlyPpm) * 1_000n, asOf);
    case 'lpr':
      return roomOf(costs, cap.covers, BigInt(cap.lprPpm) * BigInt(cap.permille), asOf);
    default:
      return cap satisfies never;
  }
};

/** What a yearly rate (billionths) allows on the principal outstanding so far, cut off, less the costs charged by then. */
const roomOf = (
  { principal, charged = [] }: ToldTerms['costs'],
  covers: readonly string[],
  ppb: bigint,
  asOf: string,
): bigint => {
  const steps = principal.toSorted((a, b) => (a.from < b.from ? -1 : 1)).filter(({ from }) => from < asOf);
  const minorDays = steps.reduce((sum, { from, amount }, nth) => {
    const to = steps[nth + 1]?.from ?? asOf;
    return sum + BigInt(amount) * BigInt(dayNumber(to) - dayNumber(from));
  }, 0n);
  const had = charged
    .filter(({ on, of }) => on <= asOf && covers.includes(of))
    .reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const left = (minorDays * ppb) / (1_000_000_000n * 365n) - had;
  return left > 0n ? left : 0n;
};
