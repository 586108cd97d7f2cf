import type { Day } from '../../calendar/day.js';
import { accelerationOn, billedUntil } from '../billed-until.js';
import type { Components } from '../money.js';
import type { Position } from '../position.js';

export type Bill = { number: number; due: Components };

/** Before anything changed the contract. */
const atFirst = '';

/**
 * What was billed under each number, for every time between changes of the contract before `asOf`: instalments, and under the first number it
 * stands for what an acceleration made due in their place. What a restructuring took over stays billed beside the new schedule.
 */
export const billsThroughTime = (position: Position, asOf: Day): readonly (readonly Bill[])[] => {
  const { restructurings = [], accelerations = [] } = position;
  const changes = [
    ...restructurings.map(({ on }) => on),
    ...accelerations.flatMap(({ on, undoneOn = on }) => [on, undoneOn]),
  ].filter((on) => on < asOf);
  return [...new Set([atFirst, ...changes])].map((day) => {
    const bills = billedUntil(position, day).map(({ number, due }) => ({ number, due }));
    const accelerated = accelerationOn(position, day);
    return accelerated ? [...bills, { number: accelerated.from, due: accelerated.due }] : bills;
  });
};
