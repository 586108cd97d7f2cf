import { dayNumber } from './day-number.js';
import type { Charged, LateCharge } from './late-charge.js';
import { componentsOf, openAt, type OpenDebts } from './open-debts.js';

/** Agreed damages: once, on the first day past grace on which anything is open and nothing stops charges; of all that is past its grace then. */
export const damagesCharged = (
  all: readonly OpenDebts[],
  { per, graceDays = 0, charge }: NonNullable<LateCharge['damages']>,
  isFree: (nth: number) => boolean,
  end: number,
  rounded: (numerator: bigint, denominator: bigint) => bigint,
): Charged[] => {
  const on = componentsOf('ppm' in charge ? charge.of : 'principal-and-interest');
  const lateFrom = (debts: OpenDebts): number | undefined => {
    for (let day = dayNumber(debts.dueOn) + graceDays; day < end; day += 1)
      if (openAt(debts, day, on) > 0n && !isFree(day)) return day;
    return undefined;
  };
  const once = (together: readonly OpenDebts[], instalment?: number): Charged[] => {
    const [day] = together.flatMap((debts) => lateFrom(debts) ?? []).toSorted((a, b) => a - b);
    if (day === undefined) return [];
    const base = together
      .filter(({ dueOn }) => dayNumber(dueOn) + graceDays <= day)
      .reduce((sum, debts) => sum + openAt(debts, day, on), 0n);
    const amount = 'ppm' in charge ? rounded(base * BigInt(charge.ppm), 1_000_000n) : BigInt(charge.amount);
    return [{ kind: 'damages', ...(instalment !== undefined && { instalment }), amount }];
  };
  if (per === 'loan') return once(all);
  const numbers = [...new Set(all.map(({ number }) => number))];
  return numbers.flatMap((each) =>
    once(
      all.filter(({ number }) => number === each),
      each,
    ),
  );
};
