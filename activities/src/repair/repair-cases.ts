import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Repaired } from '@recourse/domain/case/case-facts';
import type { Doorbell } from '../doorbell.js';
import type { CaseRuns } from '../relay/case-runs.js';
import { judgeCase } from './judge-case.js';
import type { RepairStore } from './repair-store.js';

/** How long what is published may take to be noted, and what is written to be seen in the stream. */
const settledWithinMs = 3_000;
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
    const missing: Repaired = { what: 'workflow', because: 'missing' };
    // Closed since it was read, it has no run and needs none.
    const needed = dryRun ? await isOpen(store, caseId) : await store.note(caseId, missing, actor);
    if (!needed) continue;
    found.push({ caseId, ...missing });
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

async function isOpen(store: RepairStore, caseId: string): Promise<boolean> {
  const judged = judgeCase(await store.see(caseId));
  return judged?.whole === true && judged.kase.status !== 'closed';
}

/** Entries that a relay has passed and does not know of any more. What it has yet to come to is its own, however far behind it is. */
async function leftBehind(
  store: RepairStore,
  pause: RepairPorts['pause'],
): Promise<[caseId: string, entries: JournalEntry[]][]> {
  const before = await store.unpublished();
  if (before.size === 0) return [];
  await pause(settledWithinMs);
  const ahead = await store.aheadOfRelay();
  if (!ahead) return [];
  const after = await store.unpublished();
  return [...before].flatMap(([caseId, entries]): [string, JournalEntry[]][] => {
    const still = new Set(after.get(caseId)?.map(({ seq }) => seq));
    const lost = entries.filter(({ seq }) => still.has(seq) && !ahead.has(`${caseId}/${seq}`));
    return lost.length > 0 ? [[caseId, lost]] : [];
  });
}
