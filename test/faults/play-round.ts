import { setTimeout as sleep } from 'node:timers/promises';
import { advanceClock } from '@recourse/activities/clock/advance-clock';
import { ClockStuck } from '@recourse/activities/clock/clock-stuck';
import { createClock } from '@recourse/activities/clock/create-clock';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Instant } from '@recourse/domain/calendar/instant';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { connectTemporal, type TemporalClient } from '@recourse/infra/temporal/connect';
import { loadPlayedPersons } from '../../services/cli/src/demo/load-played-persons.js';
import { waitUntilRelayed } from '../../services/cli/src/demo/wait-until-relayed.js';
import { httpJson } from '../../services/cli/src/stack/http-json.js';
import { openClock, type OpenClock } from '../../services/cli/src/stack/open-clock.js';
import type { OpenStores } from '../../services/cli/src/stack/open-stores.js';
import { auditTenant, type Audited } from './audit-tenant.js';
import { drawPortfolio } from './draw-portfolio.js';
import type { Round } from './draw-round.js';
import type { FaultStack } from './fault-stack.js';
import { scheduleFaults } from './fault-schedule.js';
import { inflict } from './inflict.js';

const quietWithinMs = 60_000;
/** Longer than the sweeper needs to see that a workflow is missing. */
const liveWithinMs = 40_000;

export type Played = { tenant: string; audited: Audited; openCases: number; mendedAfterMs: number };

/** Plays one round on a tenant of its own: a portfolio, days of the test clock, faults meanwhile, then calm and the audit. */
export async function playRound(stack: FaultStack, round: Round): Promise<Played> {
  const began = performance.now();
  const tenant = `f-${round.seed}`.replaceAll(/[^A-Za-z0-9._-]/g, '-').slice(0, 64);
  const stores: OpenStores = { ...stack.stores, tenant };
  await forget(stores);
  const temporal = await connectTemporal(stores.config.temporal);
  const clock = await openClock(stores, { sandboxUrl: stack.sandboxUrl });
  try {
    const start: Instant = `${round.from}T00:00:00.000Z`;
    const end: Instant = `${addDays(round.from, round.days)}T00:00:00.000Z`;
    await createClock(tenantStore(stores.mongo.collections), {
      tenant,
      clock: { kind: 'test', now: start },
      strategy: 'consumer-cn',
    });
    const { events, persons } = drawPortfolio(round, tenant);
    await httpJson(`${stack.sandboxUrl}/portfolio/events`, { tenant, seed: round.seed, events, persons });
    await loadPlayedPersons(stores, clock, stack.sandboxUrl);

    const faults = scheduleFaults(round.faults, (fault) => inflict(fault, stack, temporal, tenant));
    const advancing = advanceThroughTrouble(clock, tenant, end, round.outage, () => faults.instantMet());
    advancing.catch(() => undefined);
    await Promise.race([advancing, sleep(20_000)]);
    await faults.finish();
    const mendedAfterMs = performance.now() - began;
    await advancing;

    const { collections } = stores.mongo;
    // Half a day more in calm: whoever is live does what is due.
    await advanceThroughTrouble(
      clock,
      tenant,
      `${addDays(round.from, round.days)}T12:00:00.000Z`,
      false,
      () => undefined,
    );
    const open = await collections.cases
      .find({ tenant, status: { $ne: 'closed' } }, { projection: { _id: 1 } })
      .toArray();
    await untilLive(
      temporal,
      tenant,
      open.map(({ _id }) => _id),
    );
    await waitUntilRelayed(stores);
    const audited = await auditTenant(stack.env, tenant);
    if (audited.code === 0) await forget(stores);
    return { tenant, audited, openCases: open.length, mendedAfterMs };
  } finally {
    await Promise.allSettled([clock.close(), temporal.close()]);
  }
}

/** What could not be asked is asked again; only a clock that does not come to rest is told. @throws ClockStuck */
async function advanceThroughTrouble(
  { ports }: OpenClock,
  tenant: string,
  to: Instant,
  outage: boolean,
  onProgress: () => void,
): Promise<void> {
  const deadline = performance.now() + 4 * quietWithinMs;
  for (;;) {
    try {
      const answer = await advanceClock({ tenant, to, outage, ports: { ...ports, quietWithinMs }, onProgress });
      if (answer.advanced) {
        for (const participant of ports.participants) await participant.play(to); // what it could not send before
        const left = await advanceClock({ tenant, to, ports: { ...ports, quietWithinMs } });
        if (left.advanced && left.instants === 0) return;
      } else if (answer.reason !== 'moved-by-another') throw new Error(`the clock was not moved: ${answer.reason}`);
    } catch (error) {
      if (error instanceof ClockStuck || performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** @throws naming the cases for which no workflow runs */
async function untilLive({ client }: TemporalClient, tenant: string, open: readonly string[]): Promise<void> {
  const since = performance.now();
  for (;;) {
    const running = new Set<string>();
    const query = `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "collection/${tenant}/"`;
    for await (const { workflowId } of client.workflow.list({ query })) running.add(workflowId);
    const lost = open.filter((caseId) => !running.has(`collection/${caseId}`));
    if (lost.length === 0) return;
    if (performance.now() - since > liveWithinMs) throw new Error(`no workflow runs for ${lost.join(', ')}`);
    await sleep(200);
  }
}

/** A round that is over leaves nothing for the next: its cases are nobody's any more. */
async function forget({ mongo, tenant }: OpenStores): Promise<void> {
  const { tenants, loans, cases, inbox, tasks, persons, points, events, acts, parked, journal } = mongo.collections;
  const ids = await cases.find({ tenant }, { projection: { _id: 1 } }).toArray();
  await tenants.deleteOne({ _id: tenant });
  await Promise.all([
    ...[loans, cases, inbox, tasks, persons, points, events, acts, parked].map((each) => each.deleteMany({ tenant })),
    journal.deleteMany({ caseId: { $in: ids.map(({ _id }) => _id) } }),
  ]);
}
