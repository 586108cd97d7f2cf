import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { caseEventRecord } from '@recourse/infra/kafka/case-event-record';
import type { Topics } from '@recourse/service-auditor/collect-evidence';
import type { Settings } from '@recourse/service-auditor/read-settings';
import { Client, Connection } from '@temporalio/client';
import { Kafka, Partitioners, logLevel, type Message } from 'kafkajs';
import { MongoClient, type Db } from 'mongodb';
import { receipt } from './world-receipt.js';
import * as records from './world-records.js';

export type StoredWorld = {
  settings: Settings;
  topics: Topics;
  db: Db;
  /** What the outside world answers when it is asked what it saw. */
  received: { id: string; channel: string; at: string; to: string; amounts?: number[] }[];
  published: { id: string; type: string; loan: string; publishedAt: string; poison: boolean; duplicate: boolean }[];
  send(topic: string, message: Message): Promise<void>;
  /** Starts the workflow of the open case, which nobody works on. */
  startWorkflow(): Promise<void>;
  endWorkflow(): Promise<void>;
  close(): Promise<void>;
};

/** Writes the world of `world-records` into a database, topics and workflows of its own, by the raw drivers. */
export async function storedWorld(servers: {
  mongoUri: string;
  kafkaBrokers: string;
  temporalAddress: string;
}): Promise<StoredWorld> {
  const own = `audit-${randomUUID().slice(0, 8)}`;
  const topics: Topics = {
    loanEvents: `${own}.in`,
    contactOutcomes: `${own}.outcomes`,
    caseEvents: `${own}.out`,
    ingestGroup: `${own}.ingest`,
  };
  const onKafka = [topics.loanEvents, topics.contactOutcomes, topics.caseEvents];
  const uri = new URL(servers.mongoUri);
  uri.pathname = `/${own}`;
  const mongo = await new MongoClient(uri.href).connect();
  const db = mongo.db();
  const outside: Pick<StoredWorld, 'received' | 'published'> = { received: [], published: [] };
  const sandbox = createServer(({ url }, response) =>
    response.end(JSON.stringify(url === '/log/events' ? outside.published : outside.received)),
  );
  await new Promise<void>((resolve) => void sandbox.listen(0, '127.0.0.1', resolve));
  const address = sandbox.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  const kafka = new Kafka({ brokers: servers.kafkaBrokers.split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await Promise.all([admin.connect(), producer.connect()]);
  await admin.createTopics({
    topics: onKafka.map((topic) => ({ topic, numPartitions: 1 })),
    waitForLeaders: true,
  });

  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection });
  const workflowId = `collection/${records.openCase}`;
  const world: StoredWorld = {
    ...outside,
    db,
    topics,
    settings: {
      tenant: records.tenant,
      mongoUri: uri.href,
      kafka: { brokers: servers.kafkaBrokers.split(','), ssl: false },
      temporal: { address: servers.temporalAddress, namespace: 'default', tls: false },
      unlogged: [],
      sandboxUrl: `http://127.0.0.1:${port}`,
    },
    send: async (topic, message) => void (await producer.send({ topic, messages: [message], acks: -1 })),
    startWorkflow: async () =>
      void (await client.workflow.start('collectOverdueLoan', {
        workflowId,
        taskQueue: own,
        args: [{ caseId: records.openCase }],
      })),
    endWorkflow: async () => void (await client.workflow.getHandle(workflowId).terminate('test')),
    async close() {
      await world.endWorkflow().catch(() => undefined);
      await admin.deleteTopics({ topics: onKafka });
      await db.dropDatabase();
      sandbox.close();
      await Promise.all([admin.disconnect(), producer.disconnect(), connection.close(), mongo.close()]);
    },
  };
  await fill(world);
  for (const topic of [topics.loanEvents, topics.contactOutcomes]) {
    const ends = await admin.fetchTopicOffsets(topic);
    const partitions = ends.map(({ partition, high: offset }) => ({ partition, offset }));
    await admin.setOffsets({ groupId: topics.ingestGroup, topic, partitions });
  }
  return world;
}

async function fill({ db, topics, send, startWorkflow, received, published }: StoredWorld): Promise<void> {
  const events = records.eventRecords(topics.loanEvents);
  const into = (name: string, documents: object[]) => db.collection(name).insertMany(documents as { _id: never }[]);
  const journal = [...records.openJournal, ...records.closedJournal];
  await into('tenants', [records.tenantRecord]);
  await into('loans', records.loanRecords);
  await into('persons', records.personRecords);
  await into('events', events);
  await into('parked', [records.parkedRecord(topics.loanEvents)]);
  await into('inbox', records.inboxRecords(events));
  await into('cases', records.caseRecords);
  await into(
    'journal',
    journal.map((entry) => ({ _id: `${entry.caseId}/${entry.seq}`, ...entry })),
  );
  await into('acts', [records.actRecord]);

  for (const record of records.incomingRecords(events)) {
    await send(topics.loanEvents, record);
    const { ce_id: id, ce_type: type, ce_loan: loan } = record.headers;
    const duplicate = published.some((event) => event.id === id);
    published.push({ id, type, loan, publishedAt: '2026-01-01T00:00:00.000Z', poison: id === 'e4', duplicate });
  }
  await send(topics.contactOutcomes, receipt);
  for (const entry of journal) {
    const { key, value, headers } = caseEventRecord(entry);
    await send(topics.caseEvents, { key, value: Buffer.from(value), headers });
  }
  received.push({ id: records.sms, channel: 'sms', at: records.sendsAt, to: 'a number', amounts: [100_000] });
  await startWorkflow();
}
