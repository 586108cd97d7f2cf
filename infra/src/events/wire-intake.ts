import type { Clock } from '@recourse/activities/clock/clock';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import type { BusProducer } from '@recourse/activities/event-bus';
import { receiveEvent } from '@recourse/activities/intake/receive-event';
import { receiveOutcome } from '@recourse/activities/intake/receive-outcome';
import type { ResolvePorts } from '@recourse/activities/intake/resolve-parked';
import type { TakePorts } from '@recourse/activities/intake/take-record';
import { recordContact } from '@recourse/activities/permits/record-contact';
import type { Law } from '@recourse/domain/law/law';
import { contactOutcomesTopic, ingestGroup, loanEventsTopic } from '../kafka/topics.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { MongoConnection } from '../mongo/connect.js';
import { mongoContactStore } from '../mongo/mongo-contact-store.js';
import { mongoIntakeStore } from '../mongo/intake-store.js';
import { mongoReportedContactStore } from '../mongo/reported-contact-store.js';
import { mongoParkedStore } from '../mongo/parked-store.js';
import { readContactOutcome } from './contact-outcome-reader.js';
import { deadLetters } from './dead-letters.js';
import { loanEventReader } from './loan-event-reader.js';

export type IntakeParts = {
  mongo: MongoConnection;
  keys: KeyRing;
  isKnownZone: (zone: string) => boolean;
  clock: Clock;
  law: Law;
};

/** What resolving parked records needs; ingest and the operator's commands share it, so that a re-drive takes the same path. */
export function wireResolving({ mongo, keys, isKnownZone, clock, law }: IntakeParts): ResolvePorts {
  const wall = (): Date => clock.wall();
  const contacts = mongoContactStore(mongo, wall);
  const reported = mongoReportedContactStore(mongo, wall);
  const loanEvents = receiveEvent({
    read: loanEventReader(isKnownZone, (place) => law.places?.has(place) ?? true),
    store: mongoIntakeStore(mongo, wall, keys),
    law,
  });
  const outcomes = receiveOutcome({
    read: readContactOutcome,
    tenantNow: async (tenant) => {
      const known = await mongo.collections.tenants.findOne({ _id: tenant }, { projection: { _id: 1 } });
      return known ? (await clock.now(tenant)).now : undefined;
    },
    conclude: async (outcome) => {
      const { at } = outcome;
      const report = outcome.kind === 'receipt' ? { status: outcome.receipt, at } : { ...outcome.call, at, law };
      return concludeAttempt(contacts, outcome.actId, report);
    },
    hear: ({ actId, answer, at }) => contacts.hear(actId, { ...answer, at }),
    agencyContact: (contact, itemId, at) => recordContact({ reported, law }, { contact, itemId, at }),
    partnerReported: (report, itemId, at) => contacts.partnerReported(report, itemId, at),
  });
  return {
    parked: mongoParkedStore(mongo, wall),
    sealer: keys,
    receivers: new Map([
      [loanEventsTopic, loanEvents],
      [contactOutcomesTopic, outcomes],
    ]),
  };
}

/** What taking records off the log needs. */
export function wireTaking(parts: IntakeParts, producer: BusProducer): TakePorts {
  return { ...wireResolving(parts), publish: deadLetters(producer, ingestGroup, () => parts.clock.wall()) };
}
