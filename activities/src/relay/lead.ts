import { setTimeout as pause } from 'node:timers/promises';
import type { LeaseStore } from './lease-store.js';

export type LeadOptions = {
  name: string;
  holder: string;
  store: LeaseStore;
  wall: () => Date;
  /** How long a leader that died keeps others out; default 5 s. Renewed four times in that span. */
  leaseMs?: number;
  onTrouble?: (error: unknown) => void;
};

/**
 * Runs `work` while this process leads, again and again until `stop` is aborted; one leader at a time.
 * `leading` is aborted a quarter of a lease before the lease could pass to another: from then on `work` must write nothing more.
 * Work that fails is begun anew.
 */
export async function lead(
  options: LeadOptions,
  work: (leading: AbortSignal) => Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  const { name, holder, store, wall, leaseMs = 5_000, onTrouble = () => undefined } = options;
  const beat = leaseMs / 4;
  const take = (): Promise<boolean> => {
    const now = wall();
    return store.take(name, holder, now, new Date(now.getTime() + leaseMs)).catch((error: unknown) => {
      onTrouble(error);
      return false;
    });
  };

  while (!stop.aborted) {
    const taken = performance.now();
    if (await take()) await reign(taken);
    await rest(beat, stop);
  }

  async function reign(since: number): Promise<void> {
    const end = new AbortController();
    const working = work(end.signal).then(
      () => end.abort(),
      (error: unknown) => {
        if (!end.signal.aborted) onTrouble(error);
        end.abort();
      },
    );
    let safeUntil = since + leaseMs - beat;
    while (!end.signal.aborted && !stop.aborted) {
      await rest(beat, AbortSignal.any([end.signal, stop]));
      const asked = performance.now();
      if (!end.signal.aborted && !stop.aborted && (await within(take(), safeUntil - asked)))
        safeUntil = asked + leaseMs - beat;
      if (performance.now() >= safeUntil) break;
    }
    end.abort();
    await working;
    await store.release(name, holder).catch(onTrouble);
  }
}

/** False when the answer does not come in time. */
function within(answer: Promise<boolean>, ms: number): Promise<boolean> {
  return Promise.race([answer, pause(Math.max(0, ms), false, { ref: false })]);
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
