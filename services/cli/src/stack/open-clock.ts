import type { AdvancePorts } from '@recourse/activities/clock/advance-ports';
import { ingestMark } from '@recourse/activities/clock/ingest-mark';
import { contactOutcomesTopic, ingestGroup, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { quietProbe } from '@recourse/infra/mongo/quiet-probe';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { httpParticipant } from './http-participant.js';
import type { OpenStores } from './open-stores.js';

export type OpenClock = {
  ports: AdvancePorts;
  /** Participants that turned out to live on the real clock, and so did not play. */
  onRealClock(): string[];
  close(): Promise<void>;
};

/** What advancing the clock of a stack needs; participants that do not run are left out. The sandbox plays before the staff. */
export async function openClock(
  { bus, mongo, config }: OpenStores,
  urls: { sandboxUrl?: string; staffUrl?: string },
): Promise<OpenClock> {
  const temporal = await connectTemporal(config.temporal);
  const topics = [loanEventsTopic, contactOutcomesTopic];
  const participants = [
    ...(urls.sandboxUrl ? [httpParticipant('sandbox', urls.sandboxUrl)] : []),
    ...(urls.staffUrl ? [httpParticipant('staff', urls.staffUrl)] : []),
  ];
  const ports: AdvancePorts = {
    tenants: tenantStore(mongo.collections),
    participants,
    probe: quietProbe(mongo.collections, () => ingestMark(bus.admin(), ingestGroup, topics)),
    doorbell: temporalDoorbell(temporal.client),
  };
  const onRealClock = () => participants.filter((each) => each.onRealClock()).map(({ name }) => name);
  return { ports, onRealClock, close: () => temporal.close() };
}
