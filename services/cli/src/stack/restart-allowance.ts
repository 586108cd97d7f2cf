const mostRestarts = 5;
const healthyAfterMs = 60_000;
const firstPauseMs = 200;

/** How often a service that ends by itself is started again. */
export type RestartAllowance = {
  /** It ended after running so long: how long to wait before it is started again, or that it is given up. */
  ended(ranMs: number): { startAfterMs: number } | { givenUpAfter: number };
};

/** Five times in a row, each after a longer pause; a minute without trouble and the count begins anew. */
export function restartAllowance(): RestartAllowance {
  let restarts = 0;
  return {
    ended(ranMs) {
      if (ranMs >= healthyAfterMs) restarts = 0;
      if (restarts === mostRestarts) return { givenUpAfter: restarts + 1 };
      restarts += 1;
      return { startAfterMs: firstPauseMs * 2 ** (restarts - 1) };
    },
  };
}
