import type { LawfulOrder } from '../law/lawful-orders.js';
import { orderAt, type AllocationRules, type Timing } from './allocation-order.js';
import type { Component } from './components.js';

/** What is in arrears or due; of money that comes early no rule speaks. */
const bound: readonly Timing[] = ['past-due', 'due'];

const isInOrder = (components: readonly Component[], { classes }: LawfulOrder): boolean => {
  const ranks = components.map((each) => classes.findIndex((named) => named.includes(each)));
  return ranks.every((rank, nth) => nth === 0 || rank >= (ranks[nth - 1] ?? 0));
};

/**
 * Whether an agreed order pays the classes a rule of law names in the rule's order, on every day past due of which it speaks: up to and without
 * `untilDpd`. In which order the components of one class are paid is the contract's.
 */
export const keepsOrder = (agreed: AllocationRules, lawful: LawfulOrder, untilDpd = Infinity): boolean => {
  const changes = agreed.rows.map(({ fromDpd }) => fromDpd).filter((dpd) => lawful.fromDpd < dpd && dpd < untilDpd);
  return [lawful.fromDpd, ...changes].every((dpd) =>
    bound.every((timing) =>
      isInOrder(
        orderAt(agreed, dpd).flatMap(({ when, components }) => (when.includes(timing) ? components : [])),
        lawful,
      ),
    ),
  );
};
