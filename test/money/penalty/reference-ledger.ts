import type { Component } from '@recourse/domain/money/components';
import type { Position } from '@recourse/domain/money/position';

const orderOfPay: Component[] = ['costs', 'fees', 'interest', 'compound', 'penalty', 'damages', 'principal'];

type Unpaid = Map<number, Map<Component, number>>;

/**
 * What is unpaid of each instalment as a day ends: all that had fallen due and all money that was not gone by then, played from the beginning,
 * oldest instalment first. For instalments that were missed, and nothing but instalments and payments.
 */
export const unpaidAtEndOf = (day: string, { instalments, payments }: Position): Unpaid => {
  const unpaid: Unpaid = new Map();
  const there = payments.filter(({ reversedOn }) => reversedOn === undefined || reversedOn > day);
  const purse: number[] = [];
  const spend = (): void => {
    purse.forEach((_, nth) => {
      for (const number of [...unpaid.keys()].toSorted((a, b) => a - b))
        for (const component of orderOfPay) {
          const open = unpaid.get(number);
          const amount = Math.min(purse[nth] ?? 0, open?.get(component) ?? 0);
          purse[nth] = (purse[nth] ?? 0) - amount;
          open?.set(component, (open.get(component) ?? 0) - amount);
        }
    });
  };
  const days = [...instalments.map(({ dueOn }) => dueOn), ...there.map(({ valueDate }) => valueDate)];
  for (const on of [...new Set(days)].toSorted()) {
    if (on > day) break;
    for (const { number, due } of instalments.filter(({ dueOn }) => dueOn === on))
      unpaid.set(number, new Map(orderOfPay.map((each) => [each, due[each] ?? 0])));
    purse.push(...there.filter(({ valueDate }) => valueDate === on).map(({ amount }) => amount));
    spend();
  }
  return unpaid;
};
