import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import type { LateChargeRate, PenaltyTerms } from '@recourse/domain/money/penalty/late-charge-terms';
import { fraction, isSame, plus, rounded, times, type Fraction } from './fraction.js';
import { daysFrom, monthsLater, nextDay, weightOf } from './reference-days.js';
import { isLater, nightsOf, stopIn, type Night } from './reference-nights.js';

/** A line as the reference makes it: what can be compared. */
export type ReferenceLine = {
  charge: 'penalty' | 'compound' | 'judgment' | 'damages';
  instalment: number | undefined;
  from: string;
  to: string;
  base: bigint;
  amount: bigint;
  rule: string;
};

type Cell = { base: bigint; rate: Fraction; rule: string; weight: number };
type Run = Omit<Cell, 'weight'> & { from: string; to: string; weight: number };
type Rounder = (exact: Fraction) => bigint;

const stretched = (run: Run | undefined, cell: Cell, day: string): Run | undefined =>
  run && run.to === day && run.base === cell.base && run.rule === cell.rule && isSame(run.rate, cell.rate)
    ? { ...run, to: nextDay(day), weight: run.weight + cell.weight }
    : undefined;

/** Rounds at the point the contract names; what is carried is the exact sum so far. */
const rounders = ({ terms: { rounding } }: LateChargeInput): (() => Rounder) => {
  const carrying = (): Rounder => {
    let exact = fraction(0);
    let said = 0n;
    return (next) => {
      exact = plus(exact, next);
      const amount = rounded(exact, rounding.mode) - said;
      said += amount;
      return amount;
    };
  };
  const ofAll = carrying();
  return () => {
    if (rounding.point === 'end') return ofAll;
    return rounding.point === 'instalment' ? carrying() : (exact) => rounded(exact, rounding.mode);
  };
};

const penaltyCell = (
  { terms, stops }: LateChargeInput,
  penalty: PenaltyTerms,
  nights: readonly Night[],
  number: number,
  dueOn: string,
): ((night: Night) => Cell) => {
  const baseIn = (night: Night | undefined): bigint => {
    const { principal = 0, interest = 0 } = night?.unpaid.get(number) ?? {};
    return BigInt(principal) + (penalty.base === 'principal' ? 0n : BigInt(interest));
  };
  const rateOf = (rate: LateChargeRate): Fraction =>
    'yearlyPpm' in rate
      ? fraction(rate.yearlyPpm, 1_000_000)
      : times(fraction(terms.contractRatePpm ?? 0, 1_000_000), fraction(rate.contractPermille, 1_000));
  const paidInGrace = baseIn(nights.find(({ day }) => daysFrom(dueOn, day) === penalty.grace.days)) === 0n;
  return (night) => {
    const late = daysFrom(dueOn, night.day) + 1;
    const inGrace = late <= penalty.grace.days && (penalty.grace.chargedFrom === 'grace-end' || paidInGrace);
    const stop = stopIn(stops, night.day, 'contract');
    const tier = penalty.tiers.filter(({ fromDayLate }) => late >= fromDayLate).at(-1) ?? penalty;
    const rule = inGrace ? `grace ${penalty.clause}` : stop ? `stop ${stop}` : `clause ${tier.clause}`;
    const rate = inGrace || stop ? fraction(0) : rateOf(tier.rate);
    return { base: baseIn(night), rate, rule, weight: weightOf(terms.dayCount, dueOn, night.day) };
  };
};

const ofInstalment = (
  input: LateChargeInput,
  penalty: PenaltyTerms,
  nights: readonly Night[],
  { number, dueOn }: { number: number; dueOn: string },
  round: Rounder,
): ReferenceLine[] => {
  const { compound } = penalty;
  const cellOf = penaltyCell(input, penalty, nights, number, dueOn);
  const perYear = fraction(1, input.terms.dayCount === 'act/365f' ? 365 : 360);
  const lines: ReferenceLine[] = [];
  let run: Run | undefined;
  let capital = 0n;
  let terms = 0;
  let boundary = monthsLater(dueOn, compound?.everyMonths ?? 1);
  const finish = (): void => {
    if (!run) return;
    const { from, to, rule, rate, weight } = run;
    const on = (charge: 'penalty' | 'compound', base: bigint, by: string): void => {
      const amount = round(times(fraction(base), rate, perYear, fraction(weight)));
      lines.push({ charge, instalment: number, from, to, base, amount, rule: by });
    };
    on('penalty', run.base, rule);
    if (compound && capital > 0n && rule.startsWith('clause')) on('compound', capital, `clause ${compound.clause}`);
    run = undefined;
  };
  for (const night of nights.filter(({ day }) => !isLater(dueOn, day))) {
    while (compound && !isLater(boundary, night.day)) {
      finish();
      terms += 1;
      boundary = monthsLater(dueOn, (terms + 1) * compound.everyMonths);
      capital = lines.reduce((total, { amount }) => total + amount, 0n);
    }
    const cell = cellOf(night);
    const longer = stretched(run, cell, night.day);
    if (!longer) finish();
    run = longer ?? (cell.base > 0n ? { ...cell, from: night.day, to: nextDay(night.day) } : undefined);
  }
  finish();
  return lines;
};

const ofJudgment = (input: LateChargeInput, nights: readonly Night[], round: Rounder): ReferenceLine[] => {
  const { judgment } = input.terms;
  if (!judgment) return [];
  const numbers = input.position.instalments.filter(({ dueOn }) => dueOn <= judgment.performBy);
  const lines: ReferenceLine[] = [];
  let run: Run | undefined;
  const finish = (): void => {
    if (!run) return;
    const { from, to, base, rule, rate, weight } = run;
    const amount = round(times(fraction(base), rate, fraction(weight)));
    lines.push({ charge: 'judgment', instalment: undefined, from, to, base, amount, rule });
  };
  for (const { day, unpaid } of nights.filter((night) => !isLater(judgment.performBy, night.day))) {
    const base = numbers.reduce((total, { number }) => {
      const { principal = 0, damages = 0, fees = 0, costs = 0 } = unpaid.get(number) ?? {};
      return total + BigInt(principal) + BigInt(damages) + BigInt(fees) + BigInt(costs);
    }, 0n);
    const stop = stopIn(input.stops, day, 'judgment');
    const cell: Cell = {
      base,
      rate: stop ? fraction(0) : fraction(judgment.dailyPpm, 1_000_000),
      rule: stop ? `stop ${stop}` : `law ${judgment.rule}`,
      weight: 1,
    };
    const longer = stretched(run, cell, day);
    if (!longer) finish();
    run = longer ?? (base > 0n ? { ...cell, from: day, to: nextDay(day) } : undefined);
  }
  finish();
  return lines;
};

/** Penalty, compound and judgment lines, night by night and in fractions: slow, and without a line of the code it judges. */
export const referenceAccruals = (input: LateChargeInput, asOf: string): ReferenceLine[] => {
  const nights = nightsOf(input, asOf);
  const { penalty } = input.terms;
  const rounder = rounders(input);
  return [
    ...(penalty
      ? input.position.instalments.flatMap((each) => ofInstalment(input, penalty, nights, each, rounder()))
      : []),
    ...ofJudgment(input, nights, rounder()),
  ];
};
