import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { loanEventsTopic } from '@recourse/infra/kafka/topics';
import type { TemporalClient } from '@recourse/infra/temporal/connect';
import { httpJson } from '../../services/cli/src/stack/http-json.js';
import { serverPid, type FaultStack } from './fault-stack.js';
import { services, type Fault, type ServerName, type ServiceName } from './fault.js';

const slowMs = 60;
const answersLost = 2;
const eventsDoubled = 5;

/** Lets one thing go wrong, and mends it when its time is over. Answers whether it did: what it was for may be gone, or out of reach. */
export async function inflict(
  fault: Fault,
  stack: FaultStack,
  temporal: TemporalClient,
  tenant: string,
): Promise<boolean> {
  if ('pick' in fault) return bend(fault.kind, fault.pick, temporal, tenant).catch(falseIfGone);
  if (fault.kind === 'doubled-events') return sendAgain(stack, tenant).catch(falseIfGone);
  await strike(fault, stack);
  return true;
}

async function strike(
  fault: Exclude<Fault, { pick: number } | { kind: 'doubled-events' }>,
  stack: FaultStack,
): Promise<void> {
  const lasting = (): Promise<void> => sleep(fault.lastingMs);
  switch (fault.kind) {
    case 'kill':
      if (isService(fault.who)) return stack.service(fault.who).signal('SIGKILL');
      await stack.servers.kill(fault.who);
      await sleep(Math.min(fault.lastingMs, 1_000));
      return stack.servers.restart(fault.who);
    case 'pause': {
      const signal = isService(fault.who)
        ? (which: NodeJS.Signals) => stack.service(fault.who as ServiceName).signal(which)
        : signalTo(serverPid(stack.servers, fault.who));
      signal('SIGSTOP');
      await lasting();
      return signal('SIGCONT');
    }
    case 'temporal-lost':
      return stack.loseTemporal();
    case 'cut':
    case 'silent':
    case 'slow':
    case 'lost-answers': {
      const line = stack.lines[fault.line];
      if (fault.kind === 'cut') line.cut();
      else if (fault.kind === 'silent') line.silence();
      else if (fault.kind === 'slow') line.slow(slowMs);
      else line.loseAnswers(answersLost, markers[fault.line]);
      await lasting();
      return line.heal();
    }
    case 'provider-trouble':
      return void (await httpJson(`${stack.sandboxUrl}/hazards`, {
        channel: fault.channel,
        kind: fault.hazard,
        times: 1,
      }));
    case 'rebalance': {
      const second = stack.start('ingest');
      await Promise.race([second.announced.catch(() => undefined), sleep(8_000)]);
      await lasting();
      return second.stop();
    }
    default:
      return fault satisfies never;
  }
}

/** What a request carries whose answer is worth losing. */
const markers: Record<keyof FaultStack['lines'], string | undefined> = {
  mongo: 'commitTransaction',
  kafka: undefined,
  temporal: undefined,
  providers: 'POST ',
};

const isService = (who: ServiceName | ServerName): who is ServiceName => services.some((name) => name === who);

const signalTo =
  (pid: number) =>
  (signal: NodeJS.Signals): void => {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // another fault has ended it
    }
  };

/** Another fault may have been there before: the workflow is gone, or the server is. Anything else is a mistake of ours. */
function falseIfGone(error: unknown): false {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each.name === 'WorkflowNotFoundError') return false;
    if ('code' in each && goneOrAway.some((code) => code === each.code)) return false;
    if (each.name.startsWith('KafkaJS') && 'retriable' in each && each.retriable === true) return false;
  }
  throw error;
}

/** Of gRPC: deadline exceeded, not found, unavailable. */
const goneOrAway: readonly unknown[] = [4, 5, 14];

async function bend(
  how: 'reset-workflow' | 'terminate-workflow',
  pick: number,
  { client }: TemporalClient,
  tenant: string,
): Promise<boolean> {
  const query = `ExecutionStatus = "Running" AND WorkflowId STARTS_WITH "collection/${tenant}/"`;
  const running: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query })) running.push(workflowId);
  const workflowId = running.toSorted()[pick % Math.max(1, running.length)];
  if (workflowId === undefined) return false;
  const handle = client.workflow.getHandle(workflowId);
  if (how === 'terminate-workflow') {
    await handle.terminate('a fault');
    return true;
  }
  const { runId } = await handle.describe();
  const { events } = await handle.fetchHistory();
  const tasks = (events ?? []).flatMap(({ eventId, workflowTaskCompletedEventAttributes: done }) =>
    done && eventId ? [eventId] : [],
  );
  const task = tasks[pick % Math.max(1, tasks.length)];
  if (task === undefined) return false;
  await client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId, runId },
    reason: 'a fault',
    requestId: randomUUID(),
    workflowTaskFinishEventId: task,
  });
  return true;
}

/** The newest records of every partition once more, byte for byte. */
async function sendAgain({ stores }: FaultStack, tenant: string): Promise<boolean> {
  const admin = stores.bus.admin();
  const ends = Object.entries(await admin.endOffsets(loanEventsTopic)).filter(([, end]) => end > 0n);
  const newest = ends.map(([partition, end]) =>
    admin.readRange(loanEventsTopic, Number(partition), end > 3n ? end - 3n : 0n, end),
  );
  const records = (await Promise.all(newest)).flat().filter(({ headers }) => headers['ce_tenant'] === tenant);
  const again = records.slice(0, eventsDoubled).map(({ key, value, headers }) => ({
    topic: loanEventsTopic,
    key: key ?? '',
    value: Buffer.from(value ?? new Uint8Array()),
    headers,
  }));
  if (again.length === 0) return false;
  await stores.bus.producer().send(again);
  return true;
}
