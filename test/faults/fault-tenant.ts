import { setTimeout as sleep } from 'node:timers/promises';
import { advanceClock } from '@recourse/activities/clock/advance-clock';
import { ClockStuck } from '@recourse/activities/clock/clock-stuck';
import { createClock } from '@recourse/activities/clock/create-clock';
import type { Instant } from '@recourse/domain/calendar/instant';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { caseRuns } from '@recourse/infra/temporal/case-runs';
import { connectTemporal, type TemporalClient } from '@recourse/infra/temporal/connect';
import { loadPlayedPersons } from '../e2e/load-played-persons.js';
import { waitUntilRelayed } from '../../services/cli/src/demo/wait-until-relayed.js';
import { httpJson } from '../../services/cli/src/stack/http-json.js';
import { openClock } from '../../services/cli/src/stack/open-clock.js';
import type { OpenStores } from '../../services/cli/src/stack/open-stores.js';
import type { Given } from '../e2e/given.js';
import { auditTenant, type Audited } from './audit-tenant.js';
import type { FaultStack } from './fault-stack.js';

const quietWithinMs = 60_000;
/** Longer than the sweeper needs to see that a workflow is missing. */
const liveWithinMs = 40_000;

/** A tenant of its own on a stack whose services and servers come and go. */
export type FaultTenant = {
  tenant: string;
  stores: OpenStores;
  temporal: TemporalClient;
  give(given: Given, seed: string): Promise<void>;
  /** What could not be asked is asked again; only a clock that does not come to rest is told. @throws ClockStuck */
  advanceTo(to: Instant, options?: { outage?: boolean; onProgress?: () => void }): Promise<void>;
  /** Waits until every open case has a workflow and all is relayed, and audits. @throws naming the cases for which no workflow runs */
  audit(): Promise<Audited & { openCases: number }>;
  /** Nothing is left for whoever plays next: its cases are nobody's any more. */
  forget(): Promise<void>;
  close(): Promise<void>;
};

/** Makes the tenant anew, its test clock at `start`. */
export async function openFaultTenant(stack: FaultStack, tenant: string, start: Instant): Promise<FaultTenant> {
  const stores: OpenStores = { ...stack.stores, tenant };
  const { collections } = stores.mongo;
  const temporal = await connectTemporal(stores.config.temporal);
  const clock = await openClock(stores, { sandboxUrl: stack.sandboxUrl });
  const ports = { ...clock.ports, quietWithinMs };

  const forget = async (): Promise<void> => {
    const { tenants, loans, cases, inbox, tasks, persons, points, events, acts, parked, journal } = collections;
    const ids = (await cases.find({ tenant }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    await tenants.deleteOne({ _id: tenant });
    await Promise.all([
      ...[loans, cases, inbox, tasks, persons, points, events, acts, parked].map((each) => each.deleteMany({ tenant })),
      journal.deleteMany({ caseId: { $in: ids } }),
    ]);
    const ends = ids.map((id) => temporal.client.workflow.getHandle(`collection/${id}`).terminate('the round is over'));
    await Promise.allSettled(ends);
  };

  const untilLive = async (open: readonly string[]): Promise<void> => {
    const since = performance.now();
    for (;;) {
      const running = await caseRuns(temporal.client).ofTenant(tenant);
      const lost = open.filter((caseId) => !running.has(caseId));
      if (lost.length === 0) return;
      if (performance.now() - since > liveWithinMs) throw new Error(`no workflow runs for ${lost.join(', ')}`);
      await sleep(200);
    }
  };

  await forget();
  await createClock(tenantStore(collections), { tenant, clock: { kind: 'test', now: start }, strategy: 'consumer-cn' });
  return {
    tenant,
    stores,
    temporal,
    async give({ events, persons }, seed) {
      await httpJson(`${stack.sandboxUrl}/portfolio/events`, { tenant, seed, events, persons });
      await loadPlayedPersons(stores, clock, stack.sandboxUrl);
    },
    async advanceTo(to, { outage = false, onProgress = () => undefined } = {}) {
      const deadline = performance.now() + 4 * quietWithinMs;
      for (;;) {
        try {
          const answer = await advanceClock({ tenant, to, outage, ports, onProgress });
          if (!answer.advanced) throw new Error(`the clock was not moved: ${answer.reason}`);
          for (const participant of ports.participants) await participant.play(to); // what it could not send before
          const left = await advanceClock({ tenant, to, ports });
          if (left.advanced && left.instants === 0) return;
        } catch (error) {
          if (error instanceof ClockStuck || performance.now() > deadline) throw error;
          await sleep(100);
        }
      }
    },
    async audit() {
      const open = collections.cases.find({ tenant, status: { $ne: 'closed' } }, { projection: { _id: 1 } });
      const ids = (await open.toArray()).map(({ _id }) => _id);
      await untilLive(ids);
      await waitUntilRelayed(stores);
      return { ...(await auditTenant(stack.env, tenant)), openCases: ids.length };
    },
    forget,
    close: async () => void (await Promise.allSettled([clock.close(), temporal.close()])),
  };
}
