import type { Day } from '../../calendar/day.js';

/** A half-open stretch of days. */
export type Period = { from: Day; to: Day };

/** The days from `first` up to and without `end`, cut at every day of `cuts` that lies inside. */
export const periodsBetween = (first: Day, end: Day, cuts: readonly Day[]): Period[] => {
  if (end <= first) return [];
  const inside = [...new Set(cuts)].filter((cut) => first < cut && cut < end).toSorted();
  return [first, ...inside].map((from, nth) => ({ from, to: inside[nth] ?? end }));
};

/** Neighbours that say the same become one: a payment on something else must not make a line, for lines are rounded. */
export const mergedPeriods = <T extends Period>(periods: readonly T[], same: (a: T, b: T) => boolean): T[] => {
  const merged: T[] = [];
  for (const next of periods) {
    const last = merged.at(-1);
    if (last && last.to === next.from && same(last, next)) merged[merged.length - 1] = { ...last, to: next.to };
    else merged.push(next);
  }
  return merged;
};
