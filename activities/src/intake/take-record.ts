import type { InRecord } from '../event-bus.js';
import { parkRecord, type ParkPorts } from './park-record.js';
import { receiverOf, type Receivers } from './receive.js';
import { redriveParked } from './resolve-parked.js';

export type TakePorts = ParkPorts & { receivers: Receivers };

/**
 * Takes one record to the end: accepted, known or parked. Returns the cases to ring once it is acknowledged.
 * Throws on trouble of ours, and then the same record is to be handed in again: every part of it can be repeated.
 */
export async function takeRecord(ports: TakePorts, record: InRecord): Promise<{ ring: string[] }> {
  const received = await receiverOf(ports.receivers, record)(record);
  if (received.received === 'refused') return parkRecord(ports, record, received.because, received.about);
  return { ring: [...new Set([...received.ring, ...(await redriveEarly(ports, received.unresolved))])] };
}

/** What came before its loan was known is taken now, so that money that overtook the first missed instalment needs nobody. */
async function redriveEarly(ports: TakePorts, unresolved: string[]): Promise<string[]> {
  const ring: string[] = [];
  for (const parkedId of unresolved) {
    const parked = await ports.parked.find(parkedId);
    if (parked?.status !== 'parked' || parked.cause.code !== 'unknown-loan') continue;
    const redriven = await redriveParked(ports, parkedId, 'ingest');
    if (redriven.redriven) ring.push(...redriven.ring);
  }
  return ring;
}
