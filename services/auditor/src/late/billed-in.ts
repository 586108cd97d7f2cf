import { instalmentsIn, layOut } from '../lay-out.js';
import type { News } from '../news.js';
import { scheduledOn } from '../schedule-news.js';
import { orderIn } from '../terms-in.js';

/**
 * Billed under a component by all that is known: with an instalment that is owed, by itself, or when all fell due at once. What gave way to a schedule that
 * bills it as it was is billed there a second time, or by what falls due at once in its place, or by the schedule after it: that is taken off again.
 */
export const billedIn = (news: readonly News[], component: string): number => {
  const { isOwed, schedules, standing } = scheduledOn(news, '~');
  const owed = instalmentsIn(news).filter(isOwed);
  const charges = new Map(news.flatMap((each) => (each.news === 'charge' ? [[each.chargeId, each] as const] : [])));
  const atOnce = standing?.due[component] ?? 0;
  let billed = atOnce;
  for (const { parts } of owed) billed += parts[component] ?? 0;
  for (const charge of charges.values()) if (charge.component === component) billed += charge.amount;
  if (schedules.length === 0) return billed;

  const order = orderIn(news);
  const gaveWay = order && layOut(news, '~', order)?.gaveWay;
  const inOrder = schedules.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  const isLastBefore = (nth: number): boolean =>
    standing !== undefined && (inOrder[nth]?.on ?? '~~') <= standing.on && (inOrder[nth + 1]?.on ?? '~~') > standing.on;
  /** By schedule: what gave way to it and nothing has billed again. */
  const waiting: number[] = [];
  for (const [nth, { id, from, to, numbers, capitalised }] of inOrder.entries()) {
    let over = gaveWay?.get(id)?.[component] ?? 0;
    for (let before = 0; before < nth; before += 1) {
      if (!inOrder[before]?.numbers.some((number) => from <= number && number <= to)) continue;
      over += waiting[before] ?? 0;
      waiting[before] = 0;
    }
    const inNew = owed.reduce(
      (sum, { number, parts }) => sum + (numbers.includes(number) ? (parts[component] ?? 0) : 0),
      0,
    );
    const twice = capitalised ? over : Math.min(over, inNew + (isLastBefore(nth) ? atOnce : 0));
    if (!capitalised) billed -= twice;
    waiting[nth] = over - twice;
  }
  return billed;
};
