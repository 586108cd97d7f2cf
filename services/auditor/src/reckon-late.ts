import { billsOfDays } from './late/bills-of-days.js';
import { billedIn } from './late/billed-in.js';
import { cutByCaps } from './late/cut-by-caps.js';
import { damagesCharged } from './late/damages-charged.js';
import { dayNumber, daysOfYear, weightOfDay } from './late/day-number.js';
import { daysOfChange } from './late/days-of-change.js';
import type { GivenUp } from './late/given-up.js';
import { judgmentCharged } from './late/judgment-charged.js';
import type { Charged, LateCharge, Rate } from './late/late-charge.js';
import { openDebts } from './late/open-debts.js';
import { penaltyCharged } from './late/penalty-charged.js';
import { roundingOf } from './late/rounding.js';
import { layOut, overdueOf } from './lay-out.js';
import type { News, ToldTerms } from './news.js';
import { orderIn, termsIn } from './terms-in.js';

/** Days free of charges: from one up to and without another. */
export type FreeDays = { from: string; to?: string };
export type LateReckoned = { late: number; owed: number };

/** What is charged for lateness, less what the law leaves out. Undefined: nothing is. */
export const chargeOf = ({ lateCharge, byLaw }: ToldTerms): LateCharge | undefined => {
  if (lateCharge === undefined) return undefined;
  const leftOut = byLaw?.leftOut ?? [];
  const { penalty, damages, ...rest } = lateCharge as LateCharge;
  const { compound: _without, ...simple } = penalty ?? {};
  return {
    ...rest,
    ...(penalty && !leftOut.includes('penalty') && { penalty: leftOut.includes('compound') ? simple : penalty }),
    ...(damages && !leftOut.includes('damages') && { damages }),
  } as LateCharge;
};

/** By terms like these nobody can reckon: a multiple of a rate they do not tell, interest on interest rounded at the end, the LPR of a licensed lender. */
const isNonsense = ({ lender, contractRatePpm, dayCount, rounding, penalty, caps = [] }: LateCharge): boolean => {
  const rates: Rate[] = penalty ? [penalty.rate, ...(penalty.tiers ?? []).map(({ rate }) => rate)] : [];
  return (
    weightOfDay(dayCount, '2026-01-01') === undefined ||
    (contractRatePpm === undefined && rates.some((rate) => 'contractPermille' in rate)) ||
    (penalty?.compound !== undefined && rounding.point === 'end') ||
    (lender === 'licensed' && caps.some(({ max }) => max === 'lpr'))
  );
};

/**
 * What lateness has cost up to and without a day, day by day, less what was billed of it; and what is owed with it, both less what was `given` up. Reckoned here anew, from
 * terms and events. Undefined: what this reckoning does not cover (orders that do not go by instalment, oldest first, chargebacks, money
 * taken back where an instalment was met, terms by which nothing can be reckoned): counted, never taken as right.
 */
export function reckonLate(
  news: readonly News[],
  free: readonly FreeDays[],
  asOf: string,
  given: GivenUp = new Map(),
): LateReckoned | undefined {
  const terms = termsIn(news);
  const charge = terms && chargeOf(terms);
  if (!charge) return undefined;
  const { startOn, costs, byLaw } = terms;
  const order = orderIn(news);
  if (isNonsense(charge) || !order || news.some(({ news: kind }) => kind === 'out')) return undefined;
  const known = layOut(news, '~', order);
  const changes = daysOfChange(news);
  if (!known || startOn > (changes[0] ?? '~')) return undefined;
  const laid = changes.filter((day) => day < asOf).map((day) => ({ day, debts: layOut(news, day, order)?.debts }));
  const whole = laid.flatMap(({ day, debts }) => (debts ? [{ day, debts }] : []));
  if (whole.length < laid.length) return undefined;

  const charged = cutByCaps(
    allCharged(charge, openDebts(whole), freeOf(free), dayNumber(asOf)),
    [...(charge.caps ?? []), ...(byLaw?.caps ?? [])],
    billsOfDays(
      news,
      changes.filter((day) => day < asOf),
    ),
    costs,
    asOf,
  );
  const late = ['penalty', 'compound', 'damages'].reduce((sum, component) => {
    const all = charged.filter(({ kind }) => (kind === 'judgment' ? 'damages' : kind) === component);
    const most = all.reduce((so, { amount }) => so + amount, 0n);
    return sum + Math.max(0, Number(most) - Math.max(billedIn(news, component), given.get(component) ?? 0));
  }, 0);
  return { late, owed: Math.max(0, overdueOf(known) + late - known.credit) };
}

const freeOf = (free: readonly FreeDays[]): ((nth: number) => boolean) => {
  const stops = free.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === undefined ? Infinity : dayNumber(to),
  }));
  return (nth) => stops.some(({ from, to }) => from <= nth && nth < to);
};

/** Damages are rounded by themselves; judgment interest with the rest, after it. */
const allCharged = (
  charge: LateCharge,
  debts: ReturnType<typeof openDebts>,
  isFree: (nth: number) => boolean,
  end: number,
): Charged[] => {
  const { penalty, damages, judgment, dayCount, rounding } = charge;
  const year = daysOfYear(dayCount);
  const { ofOne, ofAmount } = roundingOf(rounding, 1_000_000_000n * year);
  return [
    ...(damages ? damagesCharged(debts, damages, isFree, end, ofAmount) : []),
    ...(penalty ? debts.flatMap((each) => penaltyCharged(each, penalty, charge, isFree, end, ofOne())) : []),
    ...(judgment ? judgmentCharged(debts, judgment, isFree, end, year, ofOne()) : []),
  ];
};
