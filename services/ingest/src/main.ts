import { join } from 'node:path';
import { askLawOfKnown } from '@recourse/activities/intake/ask-law-of-known';
import { readConfig } from '@recourse/infra/config/read-config';
import { wireTaking } from '@recourse/infra/events/wire-intake';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { kafkaSettingsOf } from '@recourse/infra/kafka/settings-of';
import { contactOutcomesTopic, ingestGroup, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { kafkaLogTo } from '@recourse/infra/log/kafka-log-to';
import { serviceLog } from '@recourse/infra/log/service-log';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoKnownBeforeStore } from '@recourse/infra/mongo/known-before-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { writeWatermarks } from '@recourse/infra/mongo/watermark-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { askLawWhile } from './ask-law-while.js';
import { doorbellOnceConnected } from './doorbell-once-connected.js';
import { reportWatermarks } from './report-watermarks.js';
import { takeRecords } from './take-records.js';

/** A killed ingest is missed after so long; until its partitions are taken over nobody is contacted. */
const sessionTimeoutMs = 10_000;

const config = readConfig(process.env);
const log = serviceLog('ingest', config.logLevel);
const { zones, law } = loadPolicies(join(repoRoot, 'policies'));
const wall = (): Date => new Date();

const mongo = await connectMongo(config.mongo.uri);
await ensureIndexes(mongo.collections);
const bus = kafkaEventBus(
  { ...kafkaSettingsOf(config.kafka, 'recourse-ingest'), sessionTimeoutMs },
  kafkaLogTo(log),
  (groupId, because) => {
    log.fatal({ groupId, because }, 'the consumer reads no more: ending, so that a fresh process takes over');
    process.exit(1);
  },
);

const ports = wireTaking(
  {
    mongo,
    keys: keyRing(config.kekHex),
    isKnownZone: (zone) => Object.hasOwn(zones, zone),
    law,
    clock: tenantClock(mongo.collections),
  },
  bus.producer(),
);
const ringLost = (caseId: string, error: unknown): void =>
  log.warn({ caseId, err: error }, 'ring lost: the sweeper rings again');
let closeTemporal = async (): Promise<void> => undefined;
const doorbell = doorbellOnceConnected(async () => {
  const temporal = await connectTemporal(config.temporal);
  closeTemporal = () => temporal.close();
  return temporalDoorbell(temporal.client, { onLost: ringLost });
});

const consumer = bus.consumer({
  groupId: ingestGroup,
  topics: [loanEventsTopic, contactOutcomesTopic],
  partitionConcurrency: 4,
  fromBeginning: true,
  handle: takeRecords(ports, doorbell, ringLost),
  onTrouble: ({ topic, partition, offset, attempt, retryInMs, error }) =>
    log.warn(
      { topic, partition, offset: String(offset), attempt, retryInMs, err: error },
      'trouble of ours: the partition waits and tries again',
    ),
});
await consumer.start();

const admin = bus.admin();
const watermarks = [loanEventsTopic, contactOutcomesTopic].map((topic) =>
  reportWatermarks(
    { admin, wall, write: (of, marks) => writeWatermarks(mongo.collections, of, marks) },
    ingestGroup,
    topic,
    (error) => log.warn({ err: error }, 'watermark not reported: contacts are deferred until it is'),
  ),
);

const stop = new AbortController();
const asking = askLawWhile(
  async (stopped) => {
    const changed = await askLawOfKnown({ store: mongoKnownBeforeStore(mongo, wall), doorbell }, law, stopped);
    if (changed > 0) log.info({ loans: changed }, 'the law was asked of terms told before: their cases take note');
    return changed;
  },
  stop.signal,
  (error) => log.warn({ err: error }, 'not all terms told before are under law yet: tried again'),
);

stopOnSignal(async () => {
  stop.abort();
  await asking;
  await consumer.stop(5_000);
  await Promise.all(watermarks.map((watermark) => watermark.stop()));
  await bus.close();
  await closeTemporal();
  await mongo.close();
});
process.stdout.write('READY\n');
