import type { Day } from '../calendar/day.js';
import { componentOf, lateChargeKinds } from './penalty/statement-line.js';
import type { Components } from './money.js';
import type { Position } from './position.js';

/**
 * What servicing has ever billed, or billed by the end of a day, of what lateness costs, by component: with an instalment or by itself. What was waived of it stays
 * billed, or it would be charged anew.
 */
export const lateBilled = ({ instalments, charges = [] }: Position, until: Day | 'now' = 'now'): Components => {
  const billed: Components = {};
  const isBilled = (on: Day): boolean => until === 'now' || on <= until;
  const components = new Set(lateChargeKinds.map(componentOf));
  for (const component of components) {
    const withInstalments = instalments.map(({ due, dueOn }) => (isBilled(dueOn) ? (due[component] ?? 0) : 0));
    const alone = charges.map((charge) =>
      charge.component === component && isBilled(charge.raisedOn ?? charge.dueOn) ? charge.amount : 0,
    );
    billed[component] = [...withInstalments, ...alone].reduce((sum, amount) => sum + amount, 0);
  }
  return billed;
};
