import { setTimeout as pause } from 'node:timers/promises';
import type { Sweep } from '@recourse/activities/relay/sweep';

const everyMs = 1_000;

/** Sweeps again and again until aborted; a sweep that fails is one that found nothing. */
export async function sweepWhile(
  sweep: Sweep,
  leading: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  while (!leading.aborted) {
    await sweep().catch(onTrouble);
    await pause(everyMs, undefined, { signal: leading }).catch(() => undefined);
  }
}
