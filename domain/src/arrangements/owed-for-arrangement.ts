import type { AllocationRules } from '../money/allocation-order.js';
import { amountsOn } from '../money/arrears.js';
import { contractOrder, sumOf } from '../money/components.js';
import type { Components, Minor } from '../money/money.js';
import { owedInAll } from '../money/owed-in-all.js';
import { payoffOn } from '../money/payoff.js';
import type { Position } from '../money/position.js';
import type { ArrangementOver } from './arrangement.js';

/** What there is to be arranged, by component; `late`: what of it lateness has cost and nobody has billed. Minor units. */
export type OwedToArrange = { owed: Components; late: Components };

const plus = (a: Components, b: Components): Components =>
  Object.fromEntries(
    contractOrder.flatMap((each) => {
      const sum = (a[each] ?? 0) + (b[each] ?? 0);
      return sum === 0 ? [] : [[each, sum]];
    }),
  );

const lessCredit = (late: Components, credit: Minor): Components => {
  const left: Components = {};
  for (const component of contractOrder) {
    const part = Math.min(credit, late[component] ?? 0);
    credit -= part;
    if ((late[component] ?? 0) > part) left[component] = (late[component] ?? 0) - part;
  }
  return left;
};

/**
 * What there is to be arranged now: what is overdue, and all that is owed; what nobody has billed yet stands as principal. With what lateness has
 * cost by the day (`late`, by component), less the money that lies for it: the sum of what is overdue is the one a message of that day names.
 */
export const owedForArrangement = (
  position: Position,
  rules: AllocationRules,
  late: Components = {},
): Record<ArrangementOver, OwedToArrange> => {
  const { byInstalment, credit } = amountsOn(position, 'now', rules);
  const billed: Components = {};
  for (const component of contractOrder) {
    const open = byInstalment.reduce((sum, { unpaid }) => sum + (unpaid[component] ?? 0), 0);
    if (open > 0) billed[component] = open;
  }
  const overdue = sumOf(billed);
  const inAll = owedInAll(position, 'now', { arrears: overdue, how: rules });
  const all = plus(billed, { principal: inAll - overdue });
  const { payoff } = payoffOn(position, 'now', rules, sumOf(late));
  const ofArrears = lessCredit(late, credit);
  const ofAll = lessCredit(late, sumOf(late) + inAll - payoff);
  return {
    arrears: { owed: plus(billed, ofArrears), late: ofArrears },
    all: { owed: plus(all, ofAll), late: ofAll },
  };
};
