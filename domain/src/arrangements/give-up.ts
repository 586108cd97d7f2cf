import type { Component } from '../money/components.js';
import type { Components, Minor } from '../money/money.js';

/** What is given up by component, in the given order, never more than is owed of it; `short`: what was asked beyond that, minor units. */
export const giveUp = (
  amount: Minor,
  owed: Components,
  order: readonly Component[],
): { discount: Components; short: Minor } => {
  const discount: Components = {};
  let left = amount;
  for (const component of order) {
    const part = Math.min(left, owed[component] ?? 0);
    if (part === 0) continue;
    discount[component] = part;
    left -= part;
  }
  return { discount, short: left };
};
