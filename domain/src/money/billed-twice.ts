import type { Acceleration } from './acceleration.js';
import type { Instalment, Position } from './position.js';

/**
 * Whether an instalment is owed beside the acceleration that says it stands for it: one that fell due before the acceleration's day is owed by itself. Not where
 * nothing rests on the acceleration, nor of a schedule made after it.
 */
export const billedTwice = (
  { restructurings = [] }: Pick<Position, 'restructurings'>,
  { from, on, undoneOn, against }: Acceleration,
  { number, dueOn }: Pick<Instalment, 'number' | 'dueOn'>,
): boolean =>
  undoneOn === undefined &&
  against === undefined &&
  number >= from &&
  dueOn < on &&
  !restructurings.some((each) => each.on >= on && each.instalments.some((billed) => billed.number === number));
