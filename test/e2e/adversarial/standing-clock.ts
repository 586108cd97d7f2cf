/**
 * Keeps a test clock still while somebody dials. Real time passes by itself, but a test clock jumps by hours: without this a call begun
 * at two in the afternoon could be noted by its telephone at half past nine at night.
 */
export type StandingClock = {
  /** The clock stands while this is done. */
  during<T>(dialling: () => Promise<T>): Promise<T>;
  /** Done when nobody dials; who wants to dial then waits. */
  moving<T>(move: () => Promise<T>): Promise<T>;
};

export function standingClock(): StandingClock {
  const dialling = new Set<Promise<unknown>>();
  let moved: Promise<unknown> | undefined;
  return {
    async during(dial) {
      while (moved) await moved;
      const under = dial();
      const settled = Promise.allSettled([under]);
      dialling.add(settled);
      void settled.then(() => dialling.delete(settled));
      return under;
    },
    async moving(move) {
      while (moved) await moved;
      const moves = Promise.all(dialling).then(move);
      moved = Promise.allSettled([moves]).then(() => (moved = undefined));
      return moves;
    },
  };
}
