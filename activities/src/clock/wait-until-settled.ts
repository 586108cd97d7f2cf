import { ringAll } from '../contact/ring-all.js';
import type { AdvancePorts } from './advance-ports.js';
import { defaultQuietWithinMs } from './advance-ports.js';
import { Patience } from './patience.js';
import type { Unsettled } from './quiet-probe.js';

/** Waits until ingest has committed all that is on the log now. */
export async function waitUntilIngested({ probe, quietWithinMs = defaultQuietWithinMs }: AdvancePorts): Promise<void> {
  const patience = new Patience(quietWithinMs);
  const left = await probe.ingestMark();
  for (;;) {
    const behind = await left();
    if (behind.length === 0) return;
    await patience.wait(
      behind.map(
        ({ partition, records }) => `partition ${partition} has ${records} records that ingest has not committed`,
      ),
    );
  }
}

/** Waits until every inbox item is consumed and no act is begun. What stays for long is rung again: a ring may be lost. */
export async function waitUntilSettled(tenant: string, ports: AdvancePorts): Promise<void> {
  const patience = new Patience(ports.quietWithinMs ?? defaultQuietWithinMs);
  let lookedSince = performance.now();
  for (;;) {
    const left = await ports.probe.unsettled(tenant);
    if (left.length === 0) return;
    if (performance.now() - lookedSince > ringAgainAfterMs) {
      lookedSince = performance.now();
      await ringAll(ports.doorbell, [...new Set(left.map(({ caseId }) => caseId))]);
    }
    await patience.wait(left.map(describe));
  }
}

export const ringAgainAfterMs = 2_000;

function describe({ caseId, what, id }: Unsettled): string {
  return what === 'act'
    ? `act ${id} of case ${caseId} is begun and not concluded`
    : `inbox item ${id} of case ${caseId} is not consumed`;
}
