import { addDays, daysBetween } from '../../calendar/day-arithmetic.js';
import { addMonths } from '../../calendar/add-months.js';
import type { Day } from '../../calendar/day.js';
import { baseOf } from './late-charge-base.js';
import type { LateChargeTerms, PenaltyTerms } from './late-charge-terms.js';
import { unpaidOn, type OpenHistory } from './open-history.js';
import { mergedPeriods, periodsBetween, type Period } from './periods-between.js';
import { ratePpb } from './rate-ppb.js';
import type { LineRule } from './statement-line.js';
import { stopOn, type StopPeriod } from './stop-period.js';

/** Days of an instalment in which base, rate and rule do not change. `term`: the how many-th period between capitalisations. */
export type LateStretch = Period & {
  base: bigint;
  ppb: number;
  term: number;
  rule: Exclude<LineRule, { by: 'cap' }>;
};

/** The days after the due date on which charges become base, before `asOf`. */
const capitalisations = (dueOn: Day, { compound }: PenaltyTerms, asOf: Day): Day[] => {
  if (!compound) return [];
  const days: Day[] = [];
  for (let nth = 1; ; nth += 1) {
    const day = addMonths(dueOn, nth * compound.everyMonths);
    if (day >= asOf) return days;
    days.push(day);
  }
};

/** The stretches of an instalment's lateness from its due date up to and without `asOf`, days that are free included, days with nothing unpaid not. */
export const lateStretches = (
  history: OpenHistory,
  { contractRatePpm = 0 }: LateChargeTerms,
  penalty: PenaltyTerms,
  stops: readonly StopPeriod[],
  asOf: Day,
): LateStretch[] => {
  const { dueOn } = history;
  const graceEnd = addDays(dueOn, penalty.grace.days);
  const baseOn = (day: Day): bigint => baseOf(unpaidOn(history, day), penalty.base);
  // Until grace has passed nobody knows whether it will be paid within it.
  const graceIsFree = penalty.grace.chargedFrom === 'grace-end' || asOf <= graceEnd || baseOn(graceEnd) === 0n;
  const terms = capitalisations(dueOn, penalty, asOf);
  const tiers = [{ fromDayLate: 1, rate: penalty.rate, clause: penalty.clause }, ...penalty.tiers];
  const cuts = [
    graceEnd,
    ...terms,
    ...history.open.map(({ from }) => from),
    ...stops.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
    ...penalty.tiers.map(({ fromDayLate }) => addDays(dueOn, fromDayLate - 1)),
  ];
  const stretches = periodsBetween(dueOn, asOf, cuts).flatMap(({ from, to }): LateStretch[] => {
    const base = baseOn(from);
    if (base === 0n) return [];
    const dayLate = daysBetween(dueOn, from) + 1;
    const tier = tiers.findLast(({ fromDayLate }) => fromDayLate <= dayLate);
    const stop = stopOn(stops, from, 'contract');
    const free: LateStretch['rule'] | undefined =
      from < graceEnd && graceIsFree
        ? { by: 'grace', name: penalty.clause }
        : stop && { by: 'stop', name: stop.because };
    const { rate, clause } = tier ?? penalty;
    return [
      {
        from,
        to,
        base,
        ppb: free ? 0 : ratePpb(rate, contractRatePpm),
        term: terms.filter((day) => day <= from).length,
        rule: free ?? { by: 'clause', name: clause },
      },
    ];
  });
  return mergedPeriods(
    stretches,
    (a, b) =>
      a.base === b.base &&
      a.ppb === b.ppb &&
      a.term === b.term &&
      a.rule.by === b.rule.by &&
      a.rule.name === b.rule.name,
  );
};
