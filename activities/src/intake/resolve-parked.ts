import type { InRecord } from '../event-bus.js';
import type { ParkedRecord } from '../records/event-record.js';
import type { ParkedBecause } from './loan-event.js';
import type { ParkedRefusal, ParkedStore } from './parked-store.js';
import { type RecordSealer, reopenRecord } from './park-record.js';
import { receiverOf, type Receivers } from './receive.js';

export type ResolvePorts = { parked: ParkedStore; sealer: RecordSealer; receivers: Receivers };

export type Redriven =
  | { redriven: true; ring: string[] }
  | { redriven: false; refused: ParkedRefusal }
  /** It was tried and refused again; it stays parked for this cause. */
  | { redriven: false; refused: 'refused-again'; because: ParkedBecause };

/** Takes a parked record again, through the same path as the first time; accepted, its loans are cleared. The caller rings. */
export async function redriveParked(ports: ResolvePorts, parkedId: string, actor: string): Promise<Redriven> {
  const parked = await ports.parked.find(parkedId);
  if (!parked) return { redriven: false, refused: 'unknown-parked' };
  if (parked.status !== 'parked') return { redriven: false, refused: 'already-resolved' };
  const record = reopenRecord(ports.sealer, parked);
  const received = await receiverOf(ports.receivers, record)(record, { parkedId, actor });
  if (received.received === 'refused') {
    await ports.parked.refusedAgain(parkedId, received.because);
    return { redriven: false, refused: 'refused-again', because: received.because };
  }
  // A loan event has done so in its own transaction; an outcome has not.
  const resolved = await ports.parked.resolve(parkedId, { status: 'redriven', by: actor, because: received.received });
  return { redriven: true, ring: [...new Set([...received.ring, ...(resolved.resolved ? resolved.ring : [])])] };
}

/** Gives a parked record up, with who and why; its loans are cleared. The caller rings. */
export function discardParked(
  ports: Pick<ResolvePorts, 'parked'>,
  parkedId: string,
  actor: string,
  reason: string,
): ReturnType<ParkedStore['resolve']> {
  return ports.parked.resolve(parkedId, { status: 'discarded', by: actor, because: reason });
}

/** A parked record and, for someone who may see it, the record as it came. */
export async function showParked(
  ports: Pick<ResolvePorts, 'parked' | 'sealer'>,
  parkedId: string,
): Promise<{ parked: ParkedRecord; record: InRecord } | undefined> {
  const parked = await ports.parked.find(parkedId);
  return parked && { parked, record: reopenRecord(ports.sealer, parked) };
}
