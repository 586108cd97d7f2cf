import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { OutRecord } from '@recourse/activities/event-bus';
import { startService, type RunningService } from '@recourse/infra/local/run-service';
import type { EventRecord } from '@recourse/activities/records/event-record';
import type { JournalRecord } from '@recourse/infra/mongo/collections';
import type { MongoConnection } from '@recourse/infra/mongo/connect';
import { loanRecord, missed, paid, terms } from '../builders/loan-records.js';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import type { BenchStack } from './bench-stack.js';

export type PaymentLatency = {
  /** Milliseconds from the send on Kafka, one per payment. */
  committed: number[];
  turned: number[];
  /** Megabytes the worker grew by for each open case it keeps. */
  mbPerIdleCase: number;
};

const tenant = `latency-${process.pid}`;
const warm = 100;

/**
 * Payments on Kafka beside open cases, through ingest, worker and relay as processes of their own: how long until no contact can
 * begin on the old position any more (ingest has committed), and until the case has taken its turn.
 */
export async function measurePaymentLatency(
  stack: BenchStack,
  { cases, payments, perSecond }: { cases: number; payments: number; perSecond: number },
): Promise<PaymentLatency> {
  const mongo = await stack.database('latency');
  const { collections, uri } = mongo;
  await collections.tenants.insertOne({
    _id: tenant,
    clock: { kind: 'test', now: '2026-01-12T02:00:00.000Z' },
    strategy: 'consumer-cn',
  });
  const services = await startServices(stack, uri);
  try {
    const producer = stack.bus.producer();
    const open = async (from: number, to: number): Promise<void> => {
      const opening = Array.from({ length: to - from }, (_, nth) => opened(`loan-${from + nth}`));
      await producer.send(opening);
      while ((await collections.cases.countDocuments({ tenant })) < to) await pause(50);
      await pause(1_500);
    };
    await open(0, warm);
    const before = residentMb(services.worker.pid);
    await open(warm, warm + cases);
    const mbPerIdleCase = (residentMb(services.worker.pid) - before) / cases;

    const watch = watchCommits(mongo);
    await pause(1_000);
    const sent = new Map<string, number>();
    for (let nth = 0; nth < payments; nth++) {
      const id = `pay-${nth}`;
      const record = paying(`loan-${warm + (nth % cases)}`, id);
      sent.set(id, performance.now());
      void producer.send([record]);
      await pause(1_000 / perSecond);
    }
    for (let waited = 0; waited < 20_000 && watch.turned.size < payments; waited += 50) await pause(50);
    await watch.close();
    const since = (seen: Map<string, number>): number[] =>
      [...sent].map(([id, at]) => (seen.get(id) ?? Number.POSITIVE_INFINITY) - at);
    return { committed: since(watch.committed), turned: since(watch.turned), mbPerIdleCase };
  } finally {
    await endWorkflows(stack, warm + cases);
    await Promise.all(Object.values(services).map((service) => service.stop(30_000)));
  }
}

/** On servers that outlive the bench nobody would work on them. */
async function endWorkflows({ temporal }: BenchStack, count: number): Promise<void> {
  const end = (nth: number): Promise<unknown> => {
    const handle = temporal.client.workflow.getHandle(collectionWorkflowId(`${tenant}/loan-${nth}/1`));
    return handle.terminate('end of the bench').catch(() => undefined);
  };
  const all = Array.from({ length: count }, (_, nth) => nth);
  await temporal.client.withDeadline(Date.now() + 30_000, () => Promise.all(all.map(end)));
}

async function startServices(stack: BenchStack, uri: string) {
  const env = {
    ...stack.env,
    MONGODB_URI: uri,
    RECOURSE_SANDBOX_URL: 'http://127.0.0.1:9',
    RECOURSE_LOG_LEVEL: 'warn',
  };
  const start = (name: string, args: string[] = []): RunningService =>
    startService(name, `services/${name}/src/main.ts`, env, { logFile: join(stack.scratch, `${name}.log`), args });
  const services = {
    ingest: start('ingest'),
    relay: start('relay'),
    worker: start('worker', [stack.bundles.collection]),
  };
  await Promise.all(Object.values(services).map(({ ready }) => ready));
  return services;
}

/** When each event was seen in the store, and when the journal of its case first named it. */
function watchCommits({ connection, collections }: MongoConnection) {
  const committed = new Map<string, number>();
  const turned = new Map<string, number>();
  const { events, journal } = collections;
  const stream = connection.watch<EventRecord | JournalRecord>([
    { $match: { operationType: 'insert', 'ns.coll': { $in: [events.collectionName, journal.collectionName] } } },
  ]);
  stream.on('change', (change) => {
    if (change.operationType !== 'insert') return;
    const { fullDocument: told } = change;
    const seen = 'seq' in told ? turned : committed;
    const id = ('seq' in told ? told.fact.cause : told._id).split('/').at(-1) ?? '';
    if (!seen.has(id)) seen.set(id, performance.now());
  });
  return { committed, turned, close: () => stream.close() };
}

function opened(loan: string): OutRecord {
  const data = { ...missed(1), terms: { ...terms, debtors: [{ personId: `p-${loan}`, role: 'borrower' }] } };
  return outgoing({ name: 'instalment-missed', data, id: `miss-${loan}`, loan });
}

const paying = (loan: string, id: string): OutRecord =>
  outgoing({ name: 'payment-received', data: paid(id, 100), id, loan });

function outgoing(spec: Parameters<typeof loanRecord>[0]): OutRecord {
  const { topic, key, value, headers } = loanRecord({ tenant, ...spec });
  return { topic, key: key ?? '', value: value ?? new Uint8Array(), headers };
}

function residentMb(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_024;
}
