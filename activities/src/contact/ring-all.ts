import type { Doorbell } from '../doorbell.js';

/** Rings cases as best effort: what is not heard is found in the inbox by the sweeper. */
export async function ringAll(doorbell: Doorbell, caseIds: readonly string[]): Promise<void> {
  await Promise.allSettled(caseIds.map((caseId) => doorbell.ring(caseId)));
}
