import type { InRecord } from '../event-bus.js';
import type { Redrive } from './intake-store.js';
import type { ParkedBecause } from './loan-event.js';

/**
 * Takes one record of one topic. Throws on trouble of ours: then the same record is to be handed in again, and that is harmless.
 * `ring`: the cases with news. `unresolved`: parked events that still name the loan of the record.
 * `refused`: nothing is written; `about` names its loans when its key does not.
 */
export type Receive = (record: InRecord, redrive?: Redrive) => Promise<ReceivedRecord>;

export type ReceivedRecord =
  | { received: 'accepted' | 'known'; ring: string[]; unresolved: string[] }
  | { received: 'refused'; because: ParkedBecause; about?: { tenant: string; loanId: string }[] };

/** How each topic's records are received. */
export type Receivers = ReadonlyMap<string, Receive>;

/** Throws for a topic nobody receives: that is a wiring mistake, not a bad record. */
export function receiverOf(receivers: Receivers, { topic }: InRecord): Receive {
  const receive = receivers.get(topic);
  if (!receive) throw new Error(`nobody receives ${topic}`);
  return receive;
}
