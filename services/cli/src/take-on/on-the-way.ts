import type { BusAdmin } from '@recourse/activities/event-bus';
import { ingestGroup, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { takeOnSource } from '@recourse/infra/take-on/take-on-record';

/** As many offsets as one request asks for. */
const atOnce = 1_000n;

/** What a take-on has published and ingest has not read yet, by key (tenant and loan): of a load broken off, or of one that still runs. */
export async function onTheWay(
  admin: Pick<BusAdmin, 'committedOffsets' | 'endOffsets' | 'readRange'>,
): Promise<Map<string, Uint8Array>> {
  const waiting = new Map<string, Uint8Array>();
  const committed = await admin.committedOffsets(ingestGroup, loanEventsTopic);
  for (const [partition, end] of Object.entries(await admin.endOffsets(loanEventsTopic))) {
    for (let from = committed[Number(partition)] ?? 0n; from < end; from += atOnce) {
      const to = from + atOnce < end ? from + atOnce : end;
      for (const { key, value, headers } of await admin.readRange(loanEventsTopic, Number(partition), from, to))
        if (key !== null && value !== null && headers['ce_source'] === takeOnSource) waiting.set(key, value);
    }
  }
  return waiting;
}
