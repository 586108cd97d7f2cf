import type { Day } from '../../calendar/day.js';
import type { Component } from '../components.js';
import type { Minor } from '../money.js';

/** What was charged: `judgment` is the doubled part of judgment interest, booked as damages. */
export const lateChargeKinds = ['damages', 'penalty', 'compound', 'judgment'] as const;
export type LateChargeKind = (typeof lateChargeKinds)[number];

/** Under which component of the loan a charge is booked. */
export const componentOf = (kind: LateChargeKind): Component => (kind === 'judgment' ? 'damages' : kind);

/** Billionths a year or a day; or millionths, once. */
export type LineRate = { per: 'year' | 'day'; ppb: number } | { per: 'once'; ppm: number };

/** Who made a line, let it be free or cut it: a clause of the contract, a rule of law, grace, a stop, or a cap that came to `limit`. */
export type LineRule =
  | { by: 'clause' | 'law' | 'grace' | 'stop'; name: string }
  | { by: 'cap'; name: string; limit: Minor };

/**
 * One line of a statement. Days are `from` up to and without `to`: the day money comes in bears nothing of it any more.
 * `days`: as the day count has them, of free lines too. `base`: what was unpaid; of a cap's line all it covers, before it.
 * `rate`: none in a free line, of a flat charge and of a cap.
 * `amount`: minor units; a cap's is negative, a free line's zero. `instalment` is absent in what concerns the whole loan.
 */
export type StatementLine = {
  charge: LateChargeKind;
  instalment?: number;
  from: Day;
  to: Day;
  days: number;
  base: Minor;
  rate?: LineRate;
  amount: Minor;
  rule: LineRule;
};

/** A line before it is known to fit into safe integers. */
export type DraftLine = Omit<StatementLine, 'base' | 'amount' | 'rule'> & {
  base: bigint;
  amount: bigint;
  rule: Exclude<LineRule, { by: 'cap' }> | { by: 'cap'; name: string; limit: bigint };
};
