import type { Doorbell } from '../doorbell.js';
import type { LostRuns } from './lost-runs.js';
import type { SweepStore } from './sweep-store.js';

const unheardAfterMs = 5_000;
const overdueAfterMs = 60_000;
const most = 200;
const firstPatienceMs = 5_000;
const longestPatienceMs = 60_000;

export type SweepPorts = {
  store: SweepStore;
  lostRuns: LostRuns;
  /** Rejects when a ring is lost. */
  doorbell: Doorbell;
  /** Asks providers what became of acts begun more than 60 s ago, and concludes them. */
  settleActs(): Promise<unknown>;
  /** Gives back what permits reserved and nobody dialled in their window. */
  releasePermits(): Promise<unknown>;
  wall: () => Date;
};

/**
 * One pass: whatever was committed and not heard of is rung again, so is who lost the workflow, acts left begun are settled, and the reservations of
 * permits past their window given back.
 * @returns how many cases were rung
 * @throws when one could not be rung or looked for, after all else is done
 */
export type Sweep = () => Promise<number>;

/**
 * What makes ringing best effort safe. A case that stays unheard is rung at longer and longer intervals: each ring is a turn in its
 * history, and what it waits for may take long. A ring that was lost is no turn and teaches no patience: when Temporal is back after an
 * hour, nobody waits a minute for it. Those longest without a ring come first, so that nobody waits behind cases that never answer.
 */
export function createSweep({ store, lostRuns, doorbell, settleActs, releasePermits, wall }: SweepPorts): Sweep {
  const rung = new Map<string, { at: number; patienceMs: number }>();

  return async function sweep() {
    const now = wall().getTime();
    const enough = most + rung.size;
    const trouble: unknown[] = [];
    const found = await Promise.all([
      store.unheard(new Date(now - unheardAfterMs), enough),
      store.overdue(new Date(now - overdueAfterMs), enough),
      lostRuns().catch((error: unknown): string[] => (trouble.push(error), [])),
    ]);
    const cases = new Set(found.flat());
    for (const caseId of rung.keys()) if (!cases.has(caseId)) rung.delete(caseId);

    const lastRungAt = (caseId: string): number => rung.get(caseId)?.at ?? 0;
    const due = [...cases]
      .filter((caseId) => now - lastRungAt(caseId) >= (rung.get(caseId)?.patienceMs ?? 0))
      .sort((a, b) => lastRungAt(a) - lastRungAt(b))
      .slice(0, most);
    for (const caseId of due) {
      const patienceMs = Math.min(longestPatienceMs, 2 * (rung.get(caseId)?.patienceMs ?? firstPatienceMs / 2));
      rung.set(caseId, { at: now, patienceMs });
    }
    const rings = await Promise.allSettled(due.map((caseId) => doorbell.ring(caseId)));
    for (const [nth, caseId] of due.entries())
      if (rings[nth]?.status === 'rejected') rung.set(caseId, { at: now, patienceMs: firstPatienceMs });
    await settleActs();
    await releasePermits();
    const unrung = rings.find((ring) => ring.status === 'rejected');
    if (unrung) throw unrung.reason;
    if (trouble.length > 0) throw trouble[0];
    return due.length;
  };
}
