import type { Day } from '../../calendar/day.js';
import type { Component } from '../components.js';
import type { Minor } from '../money.js';

/** What the caps by yearly cost are reckoned on: the principal outstanding from each day on, and the costs charged besides what is reckoned here. */
export type LoanCosts = {
  principal: readonly { from: Day; amount: Minor }[];
  charged: readonly { on: Day; of: Component; amount: Minor }[];
};
