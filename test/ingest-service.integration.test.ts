import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutRecord } from '@recourse/activities/event-bus';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import {
  contactOutcomesTopic,
  deadLetterTopic,
  ensureTopics,
  ingestGroup,
  loanEventsTopic,
} from '@recourse/infra/kafka/topics';
import { type RunningService, startService } from '@recourse/infra/local/run-service';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ingestIsCurrent } from '@recourse/infra/mongo/ingest-is-current';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loanRecord, type LoanRecordSpec, missed, paid } from './builders/loan-records.js';
import { eventually } from './contracts/eventually.js';

const tenant = `t-${randomUUID().slice(0, 8)}`;
const database = new URL(inject('mongoUri'));
database.pathname = `/ingest-${randomUUID().slice(0, 8)}`;
const logs = mkdtempSync(join(tmpdir(), 'ingest-'));
const bus = kafkaEventBus({ brokers: inject('kafkaBrokers').split(','), clientId: 'ingest-test' }, () => undefined);
const producer = bus.producer();
let mongo: MongoConnection;
let service: RunningService;

const outgoing = (spec: LoanRecordSpec): OutRecord => {
  const { topic, key, value, headers } = loanRecord({ tenant, ...spec });
  return { topic, key: key ?? '', value: value ?? new Uint8Array(), headers };
};
const loan = (loanId: string) => mongo.collections.loans.findOne({ _id: `${tenant}/${loanId}` });

async function startIngest(): Promise<RunningService> {
  const env = {
    ...process.env,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    KAFKA_BROKERS: inject('kafkaBrokers'),
    MONGODB_URI: database.href,
    RECOURSE_KEY: inject('kekHex'),
  };
  const started = startService('ingest', 'services/ingest/src/main.ts', env, { logFile: join(logs, 'ingest.log') });
  await started.ready;
  return started;
}

/** Nobody works on them here, and whoever does on the same servers later would find no such tenant. */
async function endWorkflows(): Promise<void> {
  const temporal = await connectTemporal({ address: inject('temporalAddress'), namespace: 'default' });
  const opened = await mongo.collections.loans.find({ tenant, openCase: { $exists: true } }).toArray();
  const ids = opened.map(({ openCase }) => collectionWorkflowId(openCase ?? ''));
  await Promise.all(
    ids.map((id) =>
      temporal.client.workflow
        .getHandle(id)
        .terminate('end of test')
        .catch(() => undefined),
    ),
  );
  await temporal.close();
}

beforeAll(async () => {
  await ensureTopics(bus.admin(), { replication: 1 });
  mongo = await connectMongo(database.href);
  await mongo.collections.tenants.insertOne({
    _id: tenant,
    clock: { kind: 'test', now: '2026-02-01T02:00:00.000Z' },
    strategy: 'consumer-cn',
  });
  service = await startIngest();
});

afterAll(async () => {
  await service.stop(10_000);
  await endWorkflows();
  await mongo.connection.dropDatabase();
  await mongo.close();
  await bus.close();
  rmSync(logs, { recursive: true });
});

describe('The ingest service', () => {
  test('a missed instalment on Kafka becomes an open case with a running workflow, and a payment reaches it', async () => {
    const temporal = await connectTemporal({ address: inject('temporalAddress'), namespace: 'default' });

    await producer.send([
      outgoing({ name: 'instalment-missed', data: missed(), loan: 'L1' }),
      outgoing({ name: 'payment-received', data: paid('pay-1', 1_000), loan: 'L1' }),
    ]);

    await eventually(async () => (await loan('L1'))?.inboxSeq === 2);
    expect(await loan('L1')).toMatchObject({ openCase: `${tenant}/L1/1`, positionVersion: 2, order: 2 });
    const workflow = temporal.client.workflow.getHandle(collectionWorkflowId(`${tenant}/L1/1`));
    await eventually(async () => (await workflow.describe().catch(() => undefined))?.status.name === 'RUNNING');
    await temporal.close();
  });

  test('a poison event is parked, published as a dead letter with its original bytes, and those behind it go on', async () => {
    const poison = outgoing({ name: 'payment-received', data: { paymentId: 'p', amount: 1.5 }, loan: 'L2' });
    const dlq = deadLetterTopic(loanEventsTopic, ingestGroup);
    const before = await bus.admin().endOffsets(dlq);

    await producer.send([poison, outgoing({ name: 'instalment-missed', data: missed(), loan: 'L2' })]);

    await eventually(async () => (await loan('L2'))?.openCase !== undefined);
    expect((await loan('L2'))?.unresolved).toHaveLength(1);
    const after = await bus.admin().endOffsets(dlq);
    const letters = await Promise.all(
      Object.keys(after).map((each) =>
        bus.admin().readRange(dlq, Number(each), before[Number(each)] ?? 0n, after[Number(each)] ?? 0n),
      ),
    );
    const [letter] = letters.flat().filter(({ key }) => key === poison.key);
    expect(letter?.headers).toMatchObject({
      ce_id: poison.headers['ce_id'],
      'dlq-code': 'malformed',
      'dlq-field': 'amount',
      'dlq-group': ingestGroup,
    });
    expect(Buffer.from(letter?.value ?? []).toString()).toBe(Buffer.from(poison.value).toString());
  });

  test('an outcome of an attempt nobody made is parked and blocks the loan it names', async () => {
    await producer.send([outgoing({ name: 'instalment-missed', data: missed(), loan: 'L3' })]);
    await eventually(async () => (await loan('L3'))?.openCase !== undefined);
    const attempt = `${tenant}/L3/1/1/sms-1/1`;
    const headers = {
      ...loanRecord({ name: 'x', data: {}, tenant }).headers,
      ce_type: 'com.recourse.contact.message-receipt.v1',
      ce_attempt: attempt,
    };

    await producer.send([
      {
        topic: contactOutcomesTopic,
        key: `${tenant}|${attempt}`,
        value: Buffer.from(JSON.stringify({ attempt, status: 'delivered', at: '2026-02-01T01:00:00Z' })),
        headers,
      },
    ]);

    await eventually(async () => (await loan('L3'))?.unresolved.length === 1);
    expect(await mongo.collections.parked.findOne({ loanId: 'L3' })).toMatchObject({
      cause: { code: 'unknown-attempt', field: 'attempt' },
    });
  });

  test('it says within seconds, of both topics, that everything on the log is taken', async () => {
    await eventually(async () => (await mongo.collections.watermarks.distinct('topic')).length > 1);
    await eventually(() => ingestIsCurrent(mongo.collections, new Date()));

    for (const topic of [loanEventsTopic, contactOutcomesTopic]) {
      const marks = await mongo.collections.watermarks.find({ topic }).toArray();
      expect(marks.length, topic).toBe(marks[0]?.partitions);
    }
  });

  test('killed in the middle of a stream it loses nothing and takes nothing twice', async () => {
    const loans = Array.from({ length: 10 }, (_, n) => `K${n}`);
    await producer.send(loans.map((each) => outgoing({ name: 'instalment-missed', data: missed(), loan: each })));
    await producer.send(
      loans.flatMap((each) =>
        [1, 2, 3, 4, 5].map((n) =>
          outgoing({ name: 'payment-received', data: paid(`${each}-${n}`, 100 * n), loan: each }),
        ),
      ),
    );
    await eventually(async () => (await mongo.collections.loans.countDocuments({ loanId: /^K/ })) > 3);

    service.kill('SIGKILL');
    await service.exited;
    service = await startIngest();

    await eventually(async () => (await mongo.collections.events.countDocuments({ loanId: /^K/ })) === 60);
    for (const each of loans) {
      const taken = await loan(each);
      expect(taken).toMatchObject({ order: 6, positionVersion: 6, inboxSeq: 6, unresolved: [] });
      expect(taken?.position.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(1_500);
    }
  });

  test('on SIGTERM it stops cleanly', async () => {
    await service.stop(8_000);

    expect(await service.exited).toBe(143);
    service = await startIngest();
  });
});
