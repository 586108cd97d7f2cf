import type { Day } from '../calendar/day.js';
import type { Lane, Timing } from './allocation-order.js';
import { openOf, type Debt } from './debt.js';

export const timingOf = ({ dueOn }: Debt, today: Day): Timing =>
  dueOn < today ? 'past-due' : dueOn === today ? 'due' : 'in-advance';

const rank = { instalment: 0, acceleration: 0, charge: 1, 'money-out': 2 } as const;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The debts a lane may ever pay, in the order in which it pays them. A charge follows its instalment's own debt of the same component. */
export const inLaneOrder = (debts: readonly Debt[], { components, by, first }: Lane): Debt[] => {
  const end = first === 'oldest' ? 1 : -1;
  const byInstalment = (a: Debt, b: Debt): number =>
    end * (byText(a.standsOn, b.standsOn) || a.instalment - b.instalment);
  const byComponent = (a: Debt, b: Debt): number =>
    components.lastIndexOf(a.component) - components.lastIndexOf(b.component);
  const [outer, inner] = by === 'instalment' ? [byInstalment, byComponent] : [byComponent, byInstalment];
  return debts
    .filter(({ component }) => components.includes(component))
    .sort(
      (a, b) =>
        outer(a, b) ||
        inner(a, b) ||
        end * byText(a.dueOn, b.dueOn) ||
        rank[a.source] - rank[b.source] ||
        byText(a.id, b.id),
    );
};

/** Whether money of a value date may go to a debt in a lane. */
export const takesMoney = (debt: Debt, { when }: Lane, today: Day): boolean =>
  debt.from <= today && openOf(debt) > 0 && when.includes(timingOf(debt, today));
