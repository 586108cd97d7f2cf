import { amountsOn } from '@recourse/domain/money/arrears';
import type { Component } from '@recourse/domain/money/components';
import type { LateChargeInput } from '@recourse/domain/money/penalty/late-charge-input';
import type { Position } from '@recourse/domain/money/position';
import { daysFrom, eachDay } from './reference-days.js';
import { unpaidAtEndOf } from './reference-ledger.js';

const counted = ['principal', 'interest', 'damages', 'fees', 'costs'] as const satisfies readonly Component[];

/** What was unpaid of each instalment in the night after `day`. */
export type Night = { day: string; unpaid: Map<number, Record<(typeof counted)[number], number>> };

/** Instalments that servicing told as met are allocated by rules that have tests of their own: there the position itself is asked. */
const unpaidOf = (position: Position, day: string): ((number: number, component: Component) => number) => {
  if (position.instalments.every(({ state }) => state === 'missed')) {
    const unpaid = unpaidAtEndOf(day, position);
    return (number, component) => unpaid.get(number)?.get(component) ?? 0;
  }
  const { byInstalment } = amountsOn(position, day);
  return (number, component) => byInstalment.find((each) => each.number === number)?.unpaid[component] ?? 0;
};

/** Every night from the first thing that happened up to `asOf`; on a day the position does not name, nothing happens. */
export const nightsOf = ({ position }: Pick<LateChargeInput, 'position'>, asOf: string): Night[] => {
  const { instalments, payments } = position;
  const first = instalments.map(({ dueOn }) => dueOn).toSorted()[0];
  const named = new Set([
    ...instalments.map(({ dueOn }) => dueOn),
    ...payments.flatMap(({ valueDate, reversedOn }) => [valueDate, reversedOn]),
  ]);
  let unpaid: Night['unpaid'] = new Map();
  return eachDay(first ?? asOf, asOf).map((day) => {
    if (named.has(day)) {
      const open = unpaidOf(position, day);
      const of = (number: number) =>
        Object.fromEntries(counted.map((each) => [each, open(number, each)])) as Record<
          (typeof counted)[number],
          number
        >;
      unpaid = new Map(instalments.map(({ number }) => [number, of(number)]));
    }
    return { day, unpaid };
  });
};

export const isLater = (a: string, b: string): boolean => a > b;

/** The reason why a night is free, if it is. */
export const stopIn = (
  stops: LateChargeInput['stops'],
  day: string,
  charge: 'contract' | 'judgment',
): string | undefined =>
  (stops ?? [])
    .filter((each) => !isLater(each.from, day) && (each.to === undefined || isLater(each.to, day)))
    .filter(({ only = charge }) => only === charge)
    .toSorted((a, b) => daysFrom(b.from, a.from) || (a.because < b.because ? -1 : 1))[0]?.because;
