import type { Component } from './components.js';

/** How a debt stands on the value date of the money: due before it, on it, after it. */
export type Timing = 'past-due' | 'due' | 'in-advance';

/**
 * One lane of an order: which debts it pays, and how it walks them. By `instalment` (horizontally) one instalment after the other and inside
 * it by component; by `component` (vertically) one component of all instalments, then the next. `first` says from which end.
 */
export type Lane = {
  when: readonly Timing[];
  components: readonly Component[];
  by: 'instalment' | 'component';
  first: 'oldest' | 'newest';
};

/**
 * Lanes one after the other. Money that no lane has a debt for stays credit, and is laid out again when something falls due. So an order
 * without a lane in advance keeps early money unallocated; one that ends in advance, oldest first, gives it to the next instalment,
 * newest first to the last.
 */
export type AllocationOrder = readonly Lane[];

/**
 * A contract's whole way of allocating. Of `rows` (at least one, the first from 0) the last whose `fromDpd` the loan has reached on the
 * value date holds. `takenBack`: what a chargeback makes owed again: principal, or, in this order of components, what its payment had paid.
 */
export type AllocationRules = {
  rows: readonly { fromDpd: number; order: AllocationOrder }[];
  takenBack: 'principal' | readonly Component[];
};

/** What is overdue and what is due today, oldest instalment first, in one order of components; nothing in advance. */
export const oldestFirst = (components: readonly Component[]): AllocationOrder => [
  { when: ['past-due', 'due'], components, by: 'instalment', first: 'oldest' },
];

/** One order of components whatever the DPD; what a chargeback takes back is owed again as it had been paid. */
export const plainRules = (components: readonly Component[]): AllocationRules => ({
  rows: [{ fromDpd: 0, order: oldestFirst(components) }],
  takenBack: components,
});

/** Calendar days past due decide the row; the first row holds below every other. */
export const orderAt = ({ rows }: AllocationRules, dpd: number): AllocationOrder =>
  rows.reduce((held, row) => (row.fromDpd <= dpd ? row : held), rows[0] ?? { fromDpd: 0, order: [] }).order;
