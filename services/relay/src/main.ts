import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { settleActs } from '@recourse/activities/contact/settle-acts';
import { followJournal } from '@recourse/activities/relay/follow-journal';
import { lead } from '@recourse/activities/relay/lead';
import { findLostRuns } from '@recourse/activities/relay/lost-runs';
import { createSweep } from '@recourse/activities/relay/sweep';
import { channelByKind } from '@recourse/infra/channels/channel-by-kind';
import { sandboxAgency } from '@recourse/infra/channels/sandbox-agency';
import { sandboxChannel } from '@recourse/infra/channels/sandbox-channel';
import { sandboxLawFirm } from '@recourse/infra/channels/sandbox-law-firm';
import { smtpEmail } from '@recourse/infra/channels/smtp-email';
import { ConfigError } from '@recourse/infra/config/config-error';
import { readConfig } from '@recourse/infra/config/read-config';
import { caseEventRecord } from '@recourse/infra/kafka/case-event-record';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { kafkaSettingsOf } from '@recourse/infra/kafka/settings-of';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { kafkaLogTo } from '@recourse/infra/log/kafka-log-to';
import { serviceLog } from '@recourse/infra/log/service-log';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { mongoLeaseStore } from '@recourse/infra/mongo/lease-store';
import { openCases } from '@recourse/infra/mongo/open-cases';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { mongoRelayStore } from '@recourse/infra/mongo/relay-store';
import { mongoSweepStore } from '@recourse/infra/mongo/sweep-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { caseRuns } from '@recourse/infra/temporal/case-runs';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';

import { sweepWhile } from './sweep-while.js';

/** Publishes the journals on Kafka and rings the cases nobody else has rung; of several such processes one does each. */
const config = readConfig(process.env);
const { sandboxUrl } = config;
if (!sandboxUrl)
  throw new ConfigError([
    { variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set: it is where outcomes are asked for' },
  ]);
const log = serviceLog('relay', config.logLevel);
const wall = (): Date => new Date();
const troubleWith =
  (what: string) =>
  (error: unknown): void =>
    log.warn({ err: error }, `${what} is interrupted and will be tried again`);

const mongo = await connectMongo(config.mongo.uri);
await ensureIndexes(mongo.collections);
const temporal = await connectTemporal(config.temporal);
const bus = kafkaEventBus(kafkaSettingsOf(config.kafka, 'recourse-relay'), kafkaLogTo(log));
const producer = bus.producer();

const clock = tenantClock(mongo.collections, wall);
const doorbell = temporalDoorbell(temporal.client, {
  onLost: (caseId, error) => log.warn({ caseId, err: error }, 'ring lost: it will be rung again'),
});
const settling = {
  contacts: mongoContactStore(mongo, wall),
  messages: channelByKind(config.smtp ? { email: smtpEmail(config.smtp) } : {}, sandboxChannel(sandboxUrl)),
  agency: sandboxAgency(sandboxUrl),
  lawFirm: sandboxLawFirm(sandboxUrl),
  clock,
  doorbell,
  pause: (ms: number) => pause(ms),
};
const permits = mongoPermitStore(mongo, wall);
const permitsAtOnce = 200;
const sweep = createSweep({
  store: mongoSweepStore(mongo.collections),
  lostRuns: findLostRuns({ store: openCases(mongo.collections), runs: caseRuns(temporal.client), wall }),
  doorbell: temporalDoorbell(temporal.client, { rejectsLost: true }),
  settleActs: () => settleActs(settling),
  releasePermits: () => permits.releaseOver(permitsAtOnce),
  wall,
});

const stop = new AbortController();
const leadership = { holder: randomUUID(), store: mongoLeaseStore(mongo.collections), wall };
const relaying = lead(
  { ...leadership, name: 'relay', onTrouble: troubleWith('publishing') },
  (leading) =>
    followJournal(
      {
        store: mongoRelayStore(mongo.collections),
        publish: async (entries) => void (await producer.send(entries.map(caseEventRecord), leading)),
      },
      leading,
    ),
  stop.signal,
);
const sweeping = lead(
  { ...leadership, name: 'sweeper', onTrouble: troubleWith('sweeping') },
  (leading) => sweepWhile(sweep, leading, troubleWith('sweeping')),
  stop.signal,
);

stopOnSignal(async () => {
  stop.abort();
  await Promise.all([relaying, sweeping]);
  await bus.close();
  await temporal.close();
  await mongo.close();
});
process.stdout.write('READY\n');
