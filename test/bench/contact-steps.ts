import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createActs } from '@recourse/activities/acts/create-acts';
import type { ActCall, RegisteredActivities } from '@recourse/activities/acts/acts';
import { followJournal } from '@recourse/activities/relay/follow-journal';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { mongoRelayStore } from '@recourse/infra/mongo/relay-store';
import { relayBehind } from '@recourse/infra/mongo/relay-behind';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { collectionWorker } from '@recourse/infra/temporal/collection-worker';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import type { WorkflowHandle } from '@temporalio/client';
import type { BenchStack } from './bench-stack.js';
import { dailyReminders } from './daily-reminders.js';
import { opening, seedOverdueLoans } from './seed-overdue-loans.js';
import { StoreCommands, type AskedOfStore } from './store-commands.js';
import { OwnTime } from './own-time.js';
import { caseEventRecord } from '@recourse/infra/kafka/case-event-record';

export type ContactSteps = {
  seconds: number;
  contacts: number;
  entries: number;
  behind: number;
  eventsPerStep: number;
  /** Of the store, while it was measured. */
  asked: AskedOfStore[];
};

const folder = fileURLToPath(new URL('../../policies', import.meta.url));

/**
 * Full contact steps: begin as one transaction, the provider, conclude, turn, everything relayed to Kafka meanwhile.
 * The cases open first; measured is from there on. `timerMs`: wait so long before each step; absent: no timer.
 */
export async function runContactSteps(
  stack: BenchStack,
  { name, cases, steps, timerMs }: { name: string; cases: number; steps: number; timerMs?: number },
): Promise<ContactSteps> {
  const mongo = await stack.database(name);
  const { collections } = mongo;
  const commands = new StoreCommands(mongo);
  const tenant = `${name}-${process.pid}`;
  const caseIds = await seedOverdueLoans(collections, tenant, cases);
  const shipped = loadPolicies(folder);
  const policies = dailyReminders(shipped, steps);
  const time = new OwnTime(opening);
  const taskQueue = `bench-${name}`;
  const doorbell = temporalDoorbell(stack.temporal.client, { taskQueue, deadlineMs: 60_000 });

  const store = mongoContactStore(mongo, time.wall);
  const contacts: typeof store = {
    ...store,
    begin: (request, judge) => commands.as('begin', () => store.begin(request, judge)),
    conclude: (actId, judge) => commands.as('conclude', () => store.conclude(actId, judge)),
  };
  const acts = createActs({
    contacts,
    // A refusal is an outcome at once: what a message costs without waiting for its receipt.
    messages: { send: async () => ({ result: 'refused', reason: 'a bench' }), ask: async () => 'not-found' },
    agency: undefined as never,
    lawFirm: undefined as never,
    vault: { open: async () => '+8613900000001' },
    clock: tenantClock(collections, time.wall),
    doorbell,
    rules: { ...policies, partners: shipped.partners, templates: loadTemplates(folder) },
    pause,
  });
  const takeTurn = createTakeTurn({
    turnStore: mongoTurnStore(mongo.connection, collections, time.wall),
    policies,
    doorbell,
  });
  const done = new Map<string, number>();
  const ready = new Set<string>();
  let started = false;
  const activities: RegisteredActivities = {
    ...acts,
    sendReminder: (call: ActCall) =>
      time.as(call.caseId, async () => {
        await acts.sendReminder(call);
        done.set(call.caseId, (done.get(call.caseId) ?? 0) + 1);
      }),
    takeTurn: (call) =>
      time.as(call.caseId, async () => {
        const next = await commands.as('turn', () => takeTurn(call));
        if (done.get(call.caseId) === steps) return { ...next, ending: 'cured' };
        if (next.act && !started) {
          const { dueInMs: _, ...waiting } = next;
          ready.add(call.caseId);
          return waiting;
        }
        time.moveTo(call.caseId, next.dueAt ?? opening);
        return { ...next, dueInMs: timerMs ?? 0 };
      }),
  };

  const worker = await collectionWorker({
    connection: stack.native,
    namespace: 'default',
    activities,
    workflowBundle: { codePath: stack.bundles.collection },
    taskQueue,
  });
  const stopping = new AbortController();
  const producer = stack.bus.producer();
  let entries = 0;
  const publish = async (batch: Parameters<typeof caseEventRecord>[0][]): Promise<void> => {
    await producer.send(batch.map(caseEventRecord));
    entries += batch.length;
  };
  const relaying = followJournal(
    { store: mongoRelayStore(collections), publish: (batch) => publish([...batch]) },
    stopping.signal,
  );

  const measured = await worker.runUntil(async () => {
    await Promise.all(caseIds.map((caseId) => doorbell.ring(caseId)));
    while (ready.size < cases) await pause(20);
    const handles = caseIds.map((caseId) => stack.temporal.client.workflow.getHandle(collectionWorkflowId(caseId)));
    started = true;
    commands.take();
    const began = performance.now();
    await Promise.all(caseIds.map((caseId) => doorbell.ring(caseId)));
    await Promise.all(handles.map((handle) => handle.result()));
    const seconds = (performance.now() - began) / 1_000;
    const asked = commands.take();
    const [first] = handles;
    return { seconds, asked, eventsPerStep: first ? await eventsPerStep(first) : 0 };
  });
  for (let waited = 0; waited < 10_000 && (await relayBehind(collections, tenant)) > 0; waited += 50) await pause(50);
  const behind = await relayBehind(collections, tenant);
  stopping.abort();
  await relaying;
  return { ...measured, contacts: await collections.acts.countDocuments({ status: 'concluded' }), entries, behind };
}

/** From one act to the next: timer, act, turn. */
async function eventsPerStep(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  const acts = (events ?? []).filter(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === 'sendReminder',
  );
  const [first, last] = [acts.at(0), acts.at(-1)];
  return (Number(last?.eventId) - Number(first?.eventId)) / (acts.length - 1);
}
