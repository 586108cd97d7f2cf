import type { Day } from '../calendar/day.js';
import type { Component } from './components.js';
import type { Minor } from './money.js';

/**
 * Something charged beside the instalments, with a due day of its own. It can be paid in advance from `raisedOn` (absent, or after `dueOn`:
 * from `dueOn`), never by money of an earlier value date. It stands with instalment `instalment`; absent, with the first one due on or after
 * its own due day, and after the last one with none.
 */
export type Charge = {
  chargeId: string;
  component: Component;
  amount: Minor;
  dueOn: Day;
  raisedOn?: Day;
  instalment?: number;
};
