import { daysBetween } from '../../calendar/day-arithmetic.js';
import type { Day } from '../../calendar/day.js';
import type { Components } from '../money.js';
import type { JudgmentTerms } from './late-charge-terms.js';
import type { LineRounder } from './line-rounder.js';
import { unpaidOn, type OpenHistory } from './open-history.js';
import { dailyParts } from './parts.js';
import { mergedPeriods, periodsBetween } from './periods-between.js';
import type { DraftLine } from './statement-line.js';
import { stopOn, type StopPeriod } from './stop-period.js';

/** 法释〔2014〕8号 art. 1: the money the judgment gives, without what it gives as ordinary interest. */
const judged = ({ principal = 0, damages = 0, fees = 0, costs = 0 }: Components): bigint =>
  BigInt(principal) + BigInt(damages) + BigInt(fees) + BigInt(costs);

/** The doubled part, from the end of the time for performance, on what of the instalments due by then is unpaid. */
export const judgmentLines = (
  histories: readonly OpenHistory[],
  { rule, performBy, dailyPpm }: JudgmentTerms,
  stops: readonly StopPeriod[],
  asOf: Day,
  round: LineRounder,
): DraftLine[] => {
  const due = histories.filter(({ dueOn }) => dueOn <= performBy);
  const cuts = [
    ...due.flatMap(({ open }) => open.map(({ from }) => from)),
    ...stops.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])),
  ];
  const stretches = periodsBetween(performBy, asOf, cuts).flatMap((period) => {
    const base = due.reduce((sum, history) => sum + judged(unpaidOn(history, period.from)), 0n);
    return base === 0n ? [] : [{ ...period, base, stop: stopOn(stops, period.from, 'judgment')?.because }];
  });
  return mergedPeriods(stretches, (a, b) => a.base === b.base && a.stop === b.stop).map(({ from, to, base, stop }) => {
    const days = daysBetween(from, to);
    const ppb = stop === undefined ? dailyPpm * 1_000 : 0;
    return {
      charge: 'judgment',
      from,
      to,
      days,
      base,
      ...(stop === undefined && { rate: { per: 'day' as const, ppb } }),
      amount: round(dailyParts(base, ppb, days)),
      rule: stop === undefined ? { by: 'law', name: rule } : { by: 'stop', name: stop },
    };
  });
};
