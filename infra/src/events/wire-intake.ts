import type { BusProducer } from '@recourse/activities/event-bus';
import { receiveEvent } from '@recourse/activities/intake/receive-event';
import { type OutcomePorts, receiveOutcome } from '@recourse/activities/intake/receive-outcome';
import type { ResolvePorts } from '@recourse/activities/intake/resolve-parked';
import type { TakePorts } from '@recourse/activities/intake/take-record';
import { contactOutcomesTopic, ingestGroup, loanEventsTopic } from '../kafka/topics.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { MongoConnection } from '../mongo/connect.js';
import { mongoIntakeStore } from '../mongo/intake-store.js';
import { mongoParkedStore } from '../mongo/parked-store.js';
import { readContactOutcome } from './contact-outcome-reader.js';
import { deadLetters } from './dead-letters.js';
import { loanEventReader } from './loan-event-reader.js';

export type IntakeParts = {
  mongo: MongoConnection;
  keys: KeyRing;
  isKnownZone: (zone: string) => boolean;
  conclude: OutcomePorts['conclude'];
  partnerReported: OutcomePorts['partnerReported'];
  wall?: () => Date;
};

/** What resolving parked records needs; ingest and the operator's commands share it, so that a re-drive takes the same path. */
export function wireResolving({ mongo, keys, isKnownZone, conclude, partnerReported, wall = () => new Date() }: IntakeParts): ResolvePorts {
  const outcomes: OutcomePorts = { read: readContactOutcome, tenantNow: (tenant) => tenantNow(mongo, tenant, wall), conclude, partnerReported };
  return {
    parked: mongoParkedStore(mongo, wall),
    sealer: keys,
    receivers: new Map([
      [loanEventsTopic, receiveEvent({ read: loanEventReader(isKnownZone), store: mongoIntakeStore(mongo, wall) })],
      [contactOutcomesTopic, receiveOutcome(outcomes)],
    ]),
  };
}

/** What taking records off the log needs. */
export function wireTaking(parts: IntakeParts, producer: BusProducer): TakePorts {
  const { wall = () => new Date() } = parts;
  return { ...wireResolving(parts), publish: deadLetters(producer, ingestGroup, wall) };
}

async function tenantNow({ collections }: MongoConnection, tenant: string, wall: () => Date): Promise<string | undefined> {
  const owner = await collections.tenants.findOne({ _id: tenant });
  if (!owner) return undefined;
  return owner.clock.kind === 'test' ? owner.clock.now : wall().toISOString();
}
