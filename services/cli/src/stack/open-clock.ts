import type { AdvancePorts } from '@recourse/activities/clock/advance-ports';
import { ingestMark } from '@recourse/activities/clock/ingest-mark';
import { contactOutcomesTopic, ingestGroup, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { quietProbe } from '@recourse/infra/mongo/quiet-probe';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { httpParticipant } from './http-participant.js';
import type { OpenStores } from './open-stores.js';

export type OpenClock = { ports: AdvancePorts; close(): Promise<void> };

/** What advancing the clock of a stack needs; participants that do not run are left out. The sandbox plays before the staff. */
export async function openClock(
  { bus, mongo, config }: OpenStores,
  urls: { sandboxUrl?: string; staffUrl?: string },
): Promise<OpenClock> {
  const temporal = await connectTemporal(config.temporal);
  const topics = [loanEventsTopic, contactOutcomesTopic];
  const ports: AdvancePorts = {
    tenants: tenantStore(mongo.collections),
    participants: [
      ...(urls.sandboxUrl ? [httpParticipant('sandbox', urls.sandboxUrl)] : []),
      ...(urls.staffUrl ? [httpParticipant('staff', urls.staffUrl)] : []),
    ],
    probe: quietProbe(mongo.collections, () => ingestMark(bus.admin(), ingestGroup, topics)),
    doorbell: temporalDoorbell(temporal.client),
  };
  return { ports, close: () => temporal.close() };
}
