import type { LaidDebt } from '../lay-out.js';
import type { Based } from './late-charge.js';
import { dayNumber } from './day-number.js';

/** What fell due together of an instalment, and what of it was open from each day on, by component. */
export type OpenDebts = { number: number; dueOn: string; steps: { nth: number; open: Map<string, bigint> }[] };

/** By instalment and due day; `laid`: how everything lay as each of the days ended, in their order. */
export const openDebts = (laid: readonly { day: string; debts: readonly LaidDebt[] }[]): OpenDebts[] => {
  const all = new Map<string, OpenDebts>();
  for (const { day, debts } of laid) {
    for (const { number, dueOn, component, open } of debts) {
      const key = `${number} ${dueOn}`;
      const known = all.get(key) ?? { number, dueOn, steps: [] };
      all.set(key, known);
      const nth = dayNumber(day);
      if (known.steps.at(-1)?.nth !== nth) known.steps.push({ nth, open: new Map() });
      const step = known.steps.at(-1);
      step?.open.set(component, (step.open.get(component) ?? 0n) + BigInt(open));
    }
    // What lies no more on a day is open no more.
    for (const known of all.values())
      if ((known.steps.at(-1)?.nth ?? 0) < dayNumber(day)) known.steps.push({ nth: dayNumber(day), open: new Map() });
  }
  return [...all.values()].toSorted((a, b) => a.number - b.number || (a.dueOn < b.dueOn ? -1 : 1));
};

const none: ReadonlyMap<string, bigint> = new Map();
/** The sum of some components, open as a day ended. */
export const openAt = ({ steps }: OpenDebts, nth: number, components: readonly string[]): bigint => {
  const open = steps.findLast((each) => each.nth <= nth)?.open ?? none;
  return components.reduce((sum, each) => sum + (open.get(each) ?? 0n), 0n);
};

export const componentsOf = (based: Based): string[] =>
  based === 'principal' ? ['principal'] : ['principal', 'interest'];
