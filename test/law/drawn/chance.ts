/** A sequence of draws that is the same for the same seed. */
export type Chance = {
  /** A whole number from 0 up to but not including `below`. */
  below: (below: number) => number;
  /** True once in `n`. */
  onceIn: (n: number) => boolean;
  of: <T>(all: readonly T[]) => T;
  /** At least `min` of all, in their order. */
  someOf: <T>(all: readonly T[], min?: number) => T[];
  times: <T>(most: number, draw: () => T) => T[];
};

/** Mulberry32: quick and even enough to look for cases with; two seeds one apart have nothing in common. */
export const chanceOf = (seed: number): Chance => {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const of = <T>(all: readonly T[]): T => {
    const drawn = all[below(all.length)];
    if (drawn === undefined && all.length === 0) throw new Error('nothing to draw from');
    return drawn as T;
  };
  return {
    below,
    onceIn: (n) => below(n) === 0,
    of,
    someOf: (all, min = 1) => {
      const kept = all.filter(() => below(2) === 0);
      return kept.length >= min ? kept : all.slice(0, min);
    },
    times: (most, draw) => Array.from({ length: below(most + 1) }, draw),
  };
};
