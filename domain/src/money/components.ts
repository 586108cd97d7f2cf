import type { Components, Minor } from './money.js';

export type Component = keyof Components;

/**
 * The order in which money pays the components of one instalment when the contract is silent:
 * costs of enforcing the claim, then interest, then principal (民法典 art. 561, CN-ALLOC-1).
 * Charges for lateness stand with interest, fees with costs.
 */
export const contractOrder: readonly Component[] = [
  'costs',
  'fees',
  'interest',
  'compound',
  'penalty',
  'damages',
  'principal',
];

export const sumOf = (components: Components): Minor =>
  contractOrder.reduce((sum, each) => sum + (components[each] ?? 0), 0);

/** An absent component equals zero. */
export const sameComponents = (a: Components, b: Components): boolean =>
  contractOrder.every((each) => (a[each] ?? 0) === (b[each] ?? 0));
