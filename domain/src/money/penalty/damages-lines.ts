import { addDays } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import { baseOf, type LateChargeBase } from './late-charge-base.js';
import type { LateChargeTerms, DamagesTerms } from './late-charge-terms.js';
import { unpaidOn, type OpenHistory } from './open-history.js';
import { periodsBetween } from './periods-between.js';
import { roundRatio } from './round-ratio.js';
import type { DraftLine } from './statement-line.js';
import { stopOn, type StopPeriod } from './stop-period.js';

const baseOfDamages = (charge: DamagesTerms['charge']): LateChargeBase =>
  'ppm' in charge ? charge.of : 'principal-and-interest';

/** The first day on which the instalment is unpaid past its grace while nothing stops charges. */
const lateFrom = (
  history: OpenHistory,
  { graceDays, charge }: DamagesTerms,
  stops: readonly StopPeriod[],
  asOf: Day,
): Day | undefined => {
  const cuts = [...history.open.map(({ from }) => from), ...stops.flatMap(({ to }) => to ?? [])];
  return periodsBetween(addDays(history.dueOn, graceDays), asOf, cuts).find(
    ({ from }) => baseOf(unpaidOn(history, from), baseOfDamages(charge)) > 0n && !stopOn(stops, from, 'contract'),
  )?.from;
};

/**
 * Liquidated damages, each a line of one day: the first past grace. What is paid or comes back later changes nothing any more: once is once.
 * A stop puts it off. A share is one of all that is past its grace then, of the instalment or of the loan.
 */
export const damagesLines = (
  histories: readonly OpenHistory[],
  damages: DamagesTerms,
  { rounding }: LateChargeTerms,
  stops: readonly StopPeriod[],
  asOf: Day,
): DraftLine[] => {
  const { clause, per, charge, graceDays } = damages;
  const line = (from: Day, of: readonly OpenHistory[], instalment?: number): DraftLine => {
    const base = of.reduce((sum, history) => sum + baseOf(unpaidOn(history, from), baseOfDamages(charge)), 0n);
    return {
      charge: 'damages',
      ...(instalment !== undefined && { instalment }),
      from,
      to: addDays(from, 1),
      days: 0,
      base,
      ...('ppm' in charge && { rate: { per: 'once', ppm: charge.ppm } }),
      amount:
        'ppm' in charge ? roundRatio(base * BigInt(charge.ppm), 1_000_000n, rounding.mode) : BigInt(charge.amount),
      rule: { by: 'clause', name: clause },
    };
  };
  const lineOf = (together: readonly OpenHistory[], instalment?: number): DraftLine[] => {
    const first = together.flatMap((history) => lateFrom(history, damages, stops, asOf) ?? []).toSorted()[0];
    if (first === undefined) return [];
    const past = together.filter(({ dueOn }) => addDays(dueOn, graceDays) <= first);
    return [line(first, past, instalment)];
  };
  if (per === 'loan') return lineOf(histories);
  const numbers = [...new Set(histories.map(({ number }) => number))];
  return numbers.flatMap((each) =>
    lineOf(
      histories.filter(({ number }) => number === each),
      each,
    ),
  );
};
