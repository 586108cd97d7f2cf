import type { CaseRuns } from './case-runs.js';

const everyMs = 5_000;

/** Finds open cases that no workflow runs for. */
export type LostRuns = () => Promise<string[]>;

export type LostRunsPorts = {
  store: {
    tenants(): Promise<string[]>;
    openCount(tenant: string): Promise<number>;
    /** Ids of all open cases, those that have not taken a turn yet included. */
    open(tenant: string): Promise<string[]>;
  };
  runs: Pick<CaseRuns, 'count' | 'ofTenant'>;
  wall: () => Date;
};

/**
 * Looks every 5 s, between looks it answers the same. First it only counts: while a tenant has as many runs as open cases nothing is read.
 * A case counts as lost when two looks in a row miss its run: one that was just started or has just ended need not be listed so yet.
 * What a surplus run elsewhere hides from the count, `recourse repair` finds.
 */
export function findLostRuns({ store, runs, wall }: LostRunsPorts): LostRuns {
  let lookedAt = 0;
  let missing = new Set<string>();
  let lost: string[] = [];

  const missingOf = async (tenant: string): Promise<string[]> => {
    const [open, running] = [await store.openCount(tenant), await runs.count(tenant)];
    if (running >= open) return [];
    const listed = await runs.ofTenant(tenant);
    return (await store.open(tenant)).filter((caseId) => !listed.has(caseId));
  };

  return async function lostRuns() {
    if (wall().getTime() - lookedAt < everyMs) return lost;
    lookedAt = wall().getTime();
    const found: string[] = [];
    for (const tenant of await store.tenants()) found.push(...(await missingOf(tenant)));
    lost = found.filter((caseId) => missing.has(caseId));
    missing = new Set(found);
    return lost;
  };
}
