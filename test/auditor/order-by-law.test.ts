import { oldestFirst } from '@recourse/domain/money/allocation-order';
import type { Component } from '@recourse/domain/money/components';
import { orderByLaw, type OrderRule } from '@recourse/service-auditor/law/order-by-law';
import { describe, expect, test } from 'vitest';

const rest = ['penalty', 'compound', 'damages', 'costs'] as const;
const early: OrderRule = {
  product: ['credit-card'],
  override: [],
  allocationOrder: [['costs', 'interest'], 'principal'],
  dpd: { from: 0, to: 90 },
};
const late: OrderRule = { ...early, allocationOrder: ['principal', ['interest', 'costs']], dpd: { from: 91 } };
const agreed = (first: readonly Component[], then: readonly Component[]) => ({
  rows: [
    { fromDpd: 0, order: oldestFirst(first) },
    { fromDpd: 91, order: oldestFirst(then) },
  ],
  takenBack: 'principal',
});

describe('the order a card contract is laid out by', () => {
  test('is its own where interest and fees stand on the lawful side of principal, in whatever order of the two', () => {
    for (const [one, other] of [
      ['interest', 'fees'],
      ['fees', 'interest'],
    ] as const) {
      const first: Component[] = [one, other, ...rest, 'principal'];
      const then: Component[] = ['principal', other, one, ...rest];
      expect(orderByLaw([early, late], agreed(first, then))).toEqual([
        { fromDpd: 0, components: first },
        { fromDpd: 91, components: then },
      ]);
    }
  });

  test('is the law’s where fees stand on the other side', () => {
    const mixed: Component[] = ['interest', ...rest, 'principal', 'fees'];
    expect(orderByLaw([early, late], agreed(mixed, ['principal', 'interest', 'fees', ...rest]))).toMatchObject([
      { fromDpd: 0, components: ['costs', 'fees', 'interest', 'compound', 'penalty', 'damages', 'principal'] },
      { fromDpd: 91, components: ['principal', 'interest', 'compound', 'penalty', 'damages', 'costs', 'fees'] },
    ]);
  });
});
