import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Repaired } from '@recourse/domain/case/case-facts';
import type { Doorbell } from '../doorbell.js';
import type { CaseRuns } from '../relay/case-runs.js';
import { judgeCase } from './judge-case.js';
import type { RepairStore } from './repair-store.js';

/** How long a relay that works may be behind. */
const relayWithinMs = 3_000;
const atOnce = 8;

export type Found = { caseId: string; because: Repaired['because'] | 'unheard' | 'broken'; detail?: string } & {
  /** `ring`: news nobody has read. `journal`: broken itself, nothing can be restored from it. */
  what: Repaired['what'] | 'ring' | 'journal';
};

export type RepairPorts = {
  store: RepairStore;
  runs: CaseRuns;
  doorbell: Doorbell;
  publish(entries: readonly JournalEntry[]): Promise<void>;
  pause(ms: number): Promise<void>;
};

/**
 * Compares everything kept of a tenant's cases with their journals, and restores what differs; what concerns a case is stated in its
 * journal. Again, it finds nothing. `dryRun`: only says what it would do. By case.
 */
export async function repairCases(
  ports: RepairPorts,
  { tenant, actor, dryRun }: { tenant: string; actor: string; dryRun: boolean },
): Promise<Found[]> {
  const { store, runs, doorbell, publish, pause } = ports;
  const found: Found[] = [];
  const open = new Set<string>();
  const rings = new Set<string>();

  const mend = async (caseId: string): Promise<void> => {
    const judged = judgeCase(await store.see(caseId));
    if (!judged) return;
    if (!judged.whole) {
      found.push({ caseId, what: 'journal', because: 'broken', detail: `entry ${judged.brokenAt}` });
      return;
    }
    if (judged.kase.status !== 'closed') open.add(caseId);
    if (judged.damages.length === 0) return;
    const repaired = dryRun ? judged.damages : await store.restore(caseId, judgeCase, actor);
    found.push(...repaired.map((each) => ({ caseId, ...each })));
    // What came meanwhile was told to no case: its next turn reads the loan as it is now.
    if (repaired.some(({ what }) => what === 'open-case')) rings.add(caseId);
  };
  const ids = await store.caseIds();
  for (let from = 0; from < ids.length; from += atOnce) await Promise.all(ids.slice(from, from + atOnce).map(mend));

  for (const task of await store.strayTasks())
    if (dryRun || (await store.withdraw(task, actor)))
      found.push({ caseId: task.caseId, what: 'task', because: 'differs', detail: task.taskId });

  const unheard = await store.unheard();
  found.push(...unheard.map((caseId): Found => ({ caseId, what: 'ring', because: 'unheard' })));
  for (const caseId of unheard) rings.add(caseId);

  const listed = await runs.ofTenant(tenant);
  for (const caseId of open) {
    if (listed.has(caseId) || (await runs.isRunning(caseId))) continue;
    found.push({ caseId, what: 'workflow', because: 'missing' });
    if (!dryRun) await store.note(caseId, { what: 'workflow', because: 'missing' }, actor);
    rings.add(caseId);
  }
  if (!dryRun) await Promise.all([...rings].map((caseId) => doorbell.ring(caseId)));

  for (const [caseId, entries] of await leftBehind(store, pause)) {
    found.push({ caseId, what: 'relay-position', because: 'missing' });
    if (dryRun) continue;
    await publish(entries);
    await store.published(caseId, entries.at(-1)?.seq ?? 0);
    await store.note(caseId, { what: 'relay-position', because: 'missing' }, actor);
  }
  return found.toSorted((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0));
}

/** Entries behind which the relay stands still: it works, and does not know of them any more. */
async function leftBehind(
  store: RepairStore,
  pause: RepairPorts['pause'],
): Promise<[caseId: string, entries: JournalEntry[]][]> {
  const before = await store.unpublished();
  if (before.size === 0) return [];
  await pause(relayWithinMs);
  const after = await store.unpublished();
  return [...after].filter(([caseId, [first]]) => first && before.get(caseId)?.[0]?.seq === first.seq);
}
