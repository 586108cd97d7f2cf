import type { Day } from '../calendar/day.js';
import type { Component } from './components.js';
import type { Minor } from './money.js';

/**
 * The lender gives up part of a charge, or of a component of an instalment, from `waivedOn`. `amount` is the most it takes off: what has been
 * paid by money of an earlier value date is not waived, and what comes to be open later is not either. A withdrawn waiver counts until the
 * day before `withdrawnOn` and then never was.
 */
export type Waiver = {
  waiverId: string;
  of: { chargeId: string } | { instalment: number; component: Component };
  amount: Minor;
  waivedOn: Day;
  withdrawnOn?: Day;
};
