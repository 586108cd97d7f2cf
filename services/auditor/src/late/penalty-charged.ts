import { dayNumber, monthsOn, weightOfDay } from './day-number.js';
import type { Charged, LateCharge, Penalty, Rate } from './late-charge.js';
import { componentsOf, openAt, type OpenDebts } from './open-debts.js';
import type { Rounded } from './rounding.js';

type Line = { signed: string; parts: bigint; onCharges: bigint };

/**
 * Penalty interest on what fell due together, day by day, and, where it is compound, interest on what had been charged up to each monthday. A line
 * goes on while base, rate, clause and period stay as they are.
 */
export const penaltyCharged = (
  debts: OpenDebts,
  penalty: Penalty,
  { contractRatePpm = 0, dayCount }: Pick<LateCharge, 'contractRatePpm' | 'dayCount'>,
  isFree: (nth: number) => boolean,
  end: number,
  round: Rounded,
): Charged[] => {
  const { dueOn, number: instalment } = debts;
  const weight = weightOfDay(dayCount, dueOn) ?? (() => 0n);
  const ppb = (rate: Rate): bigint =>
    BigInt('yearlyPpm' in rate ? rate.yearlyPpm * 1_000 : contractRatePpm * rate.contractPermille);
  const { grace = { days: 0, chargedFrom: 'due-date' }, tiers = [], compound } = penalty;
  const first = dayNumber(dueOn);
  const graceEnd = first + grace.days;
  const baseAt = (nth: number): bigint => openAt(debts, nth, componentsOf(penalty.base));
  const graceFree = grace.chargedFrom === 'grace-end' || end <= graceEnd || baseAt(graceEnd) === 0n;

  const charged: Charged[] = [];
  let line: Line | undefined;
  let sum = 0n;
  let capital = 0n;
  let periods = 0;
  const close = (): void => {
    if (!line) return;
    const add = (kind: 'penalty' | 'compound', parts: bigint): void => {
      const amount = round(parts);
      sum += amount;
      charged.push({ kind, instalment, amount });
    };
    add('penalty', line.parts);
    if (compound && capital > 0n) add('compound', line.onCharges);
    line = undefined;
  };
  let begun = 0;
  for (let day = first; day < end; day += 1) {
    if (compound && day === monthsOn(dueOn, (begun + 1) * compound.everyMonths)) begun += 1;
    const base = baseAt(day);
    if (base === 0n || (day < graceEnd && graceFree) || isFree(day)) {
      close();
      continue;
    }
    if (begun !== periods) {
      close();
      capital = sum;
      periods = begun;
    }
    const { rate, clause } = tiers.findLast(({ fromDayLate }) => fromDayLate <= day - first + 1) ?? penalty;
    const signed = `${base} ${ppb(rate)} ${clause}`;
    if (line?.signed !== signed) close();
    line ??= { signed, parts: 0n, onCharges: 0n };
    const each = ppb(rate) * weight(day);
    line.parts += base * each;
    line.onCharges += capital * each;
  }
  close();
  return charged;
};
