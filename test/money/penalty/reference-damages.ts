import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import { fraction, rounded } from './fraction.js';
import type { ReferenceLine } from './reference-accruals.js';
import { daysFrom, nextDay } from './reference-days.js';
import { nightsOf, stopIn, type Night } from './reference-nights.js';

/** Liquidated damages, found by looking at every night in turn. */
export const referenceDamages = (input: LateChargeInput, asOf: string): ReferenceLine[] => {
  const { damages, rounding } = input.terms;
  if (!damages) return [];
  const { charge, graceDays, per, clause } = damages;
  const { instalments } = input.position;
  const lines: ReferenceLine[] = [];
  const charged = new Set<number>();
  const isPastGrace = (dueOn: string, day: string): boolean => daysFrom(dueOn, day) >= graceDays;
  const withInterest = !('ppm' in charge) || charge.of === 'principal-and-interest';
  const openIn = ({ unpaid }: Night, number: number): bigint => {
    const { principal = 0, interest = 0 } = unpaid.get(number) ?? {};
    return BigInt(principal) + (withInterest ? BigInt(interest) : 0n);
  };
  for (const night of nightsOf(input, asOf)) {
    if (stopIn(input.stops, night.day, 'contract') !== undefined) continue;
    const due = instalments.filter(({ dueOn, number }) => isPastGrace(dueOn, night.day) && openIn(night, number) > 0n);
    const sets = per === 'loan' ? (due.length > 0 ? [due] : []) : due.map((each) => [each]);
    for (const of of sets) {
      const number = per === 'loan' ? 0 : (of[0]?.number ?? 0);
      if (charged.has(number)) continue;
      charged.add(number);
      const base = of.reduce((total, each) => total + openIn(night, each.number), 0n);
      const amount =
        'ppm' in charge
          ? rounded(fraction(base * BigInt(charge.ppm), 1_000_000), rounding.mode)
          : BigInt(charge.amount);
      const instalment = per === 'loan' ? undefined : number;
      const rule = `clause ${clause}`;
      lines.push({ charge: 'damages', instalment, from: night.day, to: nextDay(night.day), base, amount, rule });
    }
  }
  return lines;
};
