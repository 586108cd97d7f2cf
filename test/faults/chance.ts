import { createHash } from 'node:crypto';

/** The same seed and question have the same answer, whatever else is asked. */
export type Chance = {
  /** A whole number from 0 up to and without `below`. */
  upTo(below: number, question: string): number;
  oneOf<T>(things: readonly T[], question: string): T;
};

export function chanceOf(seed: string): Chance {
  const upTo = (below: number, question: string): number =>
    createHash('sha256').update(`${seed}/${question}`).digest().readUInt32BE(0) % below;
  return { upTo, oneOf: (things, question) => things[upTo(things.length, question)] as (typeof things)[number] };
}
