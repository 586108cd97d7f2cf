import type { Day } from '../calendar/day.js';
import type { AllocationRules } from './allocation-order.js';
import { amountsOn } from './arrears.js';
import type { Minor } from './money.js';
import { toldTotalOn } from './owed-in-all.js';
import type { Position } from './position.js';

/**
 * What would pay a loan off as a day ends, minor units. `billed`: due and open; `toCome`: what servicing's total has beyond it; `late`: what lateness
 * has cost and nobody has billed; `credit`: money that lies unused. `payoff` is the first three less the last, never below zero.
 */
export type Payoff = { payoff: Minor; billed: Minor; toCome: Minor; late: Minor; credit: Minor };

/** `late` of the day, minor units. What is to come is not known before servicing has told a total: it counts as nothing then. */
export const payoffOn = (position: Position, day: Day | 'now', how: AllocationRules, late: Minor): Payoff => {
  const { arrears: billed, credit } = amountsOn(position, day, how);
  // Servicing's total has taken the money that lies as credit off already.
  const toCome = Math.max(0, (toldTotalOn(position, day, how) ?? billed - credit) - (billed - credit));
  return { payoff: Math.max(0, billed + toCome + late - credit), billed, toCome, late, credit };
};
