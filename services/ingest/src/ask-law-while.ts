import { setTimeout as pause } from 'node:timers/promises';

/** Rare: only an ingest of before the law was asked, still running beside this one, leaves such loans. */
const everyMs = 600_000;

/** Asks the law of the terms that nobody asked it of, at once and again every ten minutes, until stopped. What fails is tried again then. */
export async function askLawWhile(
  ask: (stopped: AbortSignal) => Promise<number>,
  stopped: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  while (!stopped.aborted) {
    await ask(stopped).catch(onTrouble);
    await pause(everyMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}
