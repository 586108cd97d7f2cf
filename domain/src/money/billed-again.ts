import type { Day } from '../calendar/day.js';
import { playedLedger } from './allocate-payments.js';
import type { AllocationRules } from './allocation-order.js';
import { accelerationOn, billedUntil } from './billed-until.js';
import type { Component } from './components.js';
import type { Minor } from './money.js';
import type { Position } from './position.js';

/**
 * So much of a component was billed before and is billed again by the day's end: what new schedules took over as it was, so far as their instalments
 * that fell due bill it, or an acceleration in their place. What such a schedule has not billed yet goes on to the one that replaces it. What became
 * principal is billed as principal from then on and is none.
 */
export const billedAgain = (position: Position, until: Day, rules: AllocationRules): ((of: Component) => Minor) => {
  const { restructurings = [] } = position;
  if (restructurings.length === 0) return () => 0;
  const { short } = playedLedger(position, until, rules);
  const schedules = restructurings.filter(({ on }) => on <= until).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const owed = billedUntil(position, until).filter(({ dueOn }) => dueOn <= until);
  const accelerated = accelerationOn(position, until);
  const lastBefore = schedules.findLast(({ on }) => accelerated !== undefined && on <= accelerated.on);
  return (component) => {
    let again = 0;
    const waiting = new Map<string, Minor>();
    for (const each of schedules) {
      const { restructuringId: id, replaces, takenOver, overdue, instalments } = each;
      let over = (takenOver[component] ?? 0) - (short.get(id)?.[component] ?? 0);
      for (const before of schedules) {
        const left = waiting.get(before.restructuringId);
        if (left === undefined || !before.instalments.some((one) => isIn(replaces, one.number))) continue;
        over += left;
        waiting.delete(before.restructuringId);
      }
      if (overdue === 'capitalised') continue;
      const numbers = new Set(instalments.map(({ number }) => number));
      const billed = owed.reduce((sum, one) => sum + (numbers.has(one.number) ? (one.due[component] ?? 0) : 0), 0);
      const atOnce = each === lastBefore ? (accelerated?.due[component] ?? 0) : 0;
      const anew = Math.min(over, billed + atOnce);
      again += anew;
      waiting.set(id, over - anew);
    }
    return again;
  };
};

const isIn = ({ from, to }: { from: number; to: number }, number: number): boolean => from <= number && number <= to;
