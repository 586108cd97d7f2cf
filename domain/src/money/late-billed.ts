import type { Day } from '../calendar/day.js';
import { plainRules, type AllocationRules } from './allocation-order.js';
import { billedAgain } from './billed-again.js';
import { accelerationOn, billedUntil } from './billed-until.js';
import { contractOrder } from './components.js';
import { componentOf, lateChargeKinds } from './penalty/statement-line.js';
import type { Components } from './money.js';
import type { Position } from './position.js';

/** After every day there is. */
const endOfTime = '~';

/**
 * What servicing has ever billed, or billed by the end of a day, of what lateness costs, by component: with an instalment, by itself, or when all fell due at
 * once. What a new schedule took over and bills anew is billed once. What was waived of it stays billed, or it would be charged anew.
 */
export const lateBilled = (
  position: Position,
  until: Day | 'now' = 'now',
  rules: AllocationRules = plainRules(contractOrder),
): Components => {
  const { charges = [] } = position;
  const day = until === 'now' ? endOfTime : until;
  const instalments = billedUntil(position, day).filter(({ dueOn }) => dueOn <= day);
  const atOnce = accelerationOn(position, day)?.due;
  const again = billedAgain(position, day, rules);
  const billed: Components = {};
  for (const component of new Set(lateChargeKinds.map(componentOf))) {
    const withInstalments = instalments.map(({ due }) => due[component] ?? 0);
    const alone = charges.map((charge) =>
      charge.component === component && (charge.raisedOn ?? charge.dueOn) <= day ? charge.amount : 0,
    );
    billed[component] =
      [...withInstalments, ...alone, atOnce?.[component] ?? 0].reduce((sum, amount) => sum + amount, 0) -
      again(component);
  }
  return billed;
};
