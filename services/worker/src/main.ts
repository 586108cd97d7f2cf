import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createActs } from '@recourse/activities/acts/create-acts';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { channelByKind } from '@recourse/infra/channels/channel-by-kind';
import { sandboxAgency } from '@recourse/infra/channels/sandbox-agency';
import { sandboxChannel } from '@recourse/infra/channels/sandbox-channel';
import { sandboxLawFirm } from '@recourse/infra/channels/sandbox-law-firm';
import { smtpEmail } from '@recourse/infra/channels/smtp-email';
import { ConfigError } from '@recourse/infra/config/config-error';
import { readConfig } from '@recourse/infra/config/read-config';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { localDir } from '@recourse/infra/local/local-dir';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { outages } from '@recourse/infra/log/outages';
import { serviceLog } from '@recourse/infra/log/service-log';
import { temporalLogTo } from '@recourse/infra/log/temporal-log-to';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoContactStore } from '@recourse/infra/mongo/mongo-contact-store';
import { personStore } from '@recourse/infra/mongo/person-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { verificationStore } from '@recourse/infra/mongo/verification-store';
import { endingSoon } from '@recourse/infra/policies/ending-soon';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { loadTemplates } from '@recourse/infra/policies/load-templates';
import { httpDirectory } from '@recourse/infra/servicing/http-directory';
import { httpServicing } from '@recourse/infra/servicing/http-servicing';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { collectionWorker } from '@recourse/infra/temporal/collection-worker';
import { connectTemporal, connectWorker } from '@recourse/infra/temporal/connect';
import { temporalDoorbell } from '@recourse/infra/temporal/doorbell';
import { ensureSearchAttributes } from '@recourse/infra/temporal/search-attributes';

/** Runs the cases: their workflows, turns and acts. Argument: the bundled workflow code; without it, bundled at start. */
const config = readConfig(process.env);
const { sandboxUrl, servicing, directory } = config;
if (!sandboxUrl)
  throw new ConfigError([{ variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set: it is where acts go' }]);
const log = serviceLog('worker', config.logLevel);
temporalLogTo(log);
const wall = (): Date => new Date();

const policies = loadPolicies(join(repoRoot, 'policies'));
/** Told at start and every day until somebody brings new data. */
const tellWhatEnds = (): void => {
  for (const text of endingSoon(policies.law, wall().toISOString().slice(0, 10))) log.warn(text);
};
tellWhatEnds();
setInterval(tellWhatEnds, 86_400_000).unref();
const templates = loadTemplates(join(repoRoot, 'policies'));
const [bundled] = process.argv.slice(2);
const code = bundled
  ? readFileSync(bundled, 'utf8')
  : await bundleWorkflows(join(localDir(repoRoot), 'workflow-bundle.cjs'));

const mongo = await connectMongo(config.mongo.uri);
const { connection: mongoConnection, collections, close: closeMongo } = mongo;
await ensureIndexes(collections);
const temporal = await connectTemporal(config.temporal);
await ensureSearchAttributes(temporal.connection, config.temporal.namespace);
const connection = await connectWorker(config.temporal);

const doorbell = temporalDoorbell(temporal.client, {
  onLost: (caseId, error) => log.warn({ caseId, err: error }, 'ring lost: the sweeper rings again'),
});
const told = outages(log);
const keys = keyRing(config.kekHex);
const verifiesIntake = servicing !== undefined || directory !== undefined;
const acts = createActs({
  contacts: mongoContactStore(mongo, wall),
  messages: channelByKind(config.smtp ? { email: smtpEmail(config.smtp, told) } : {}, sandboxChannel(sandboxUrl)),
  agency: sandboxAgency(sandboxUrl),
  lawFirm: sandboxLawFirm(sandboxUrl),
  vault: pointVault(collections, keys),
  ...(verifiesIntake && {
    verification: {
      ...(servicing && { servicing: httpServicing({ ...servicing, outages: told }) }),
      ...(directory && {
        directory: httpDirectory(
          { ...directory, outages: told },
          (zone) => zone in policies.zones,
          (place) => policies.places.has(place),
          tenantClock(collections, wall),
        ),
      }),
      persons: personStore(mongo, keys, policies.numberPrefixes, wall),
      store: verificationStore(mongo, wall),
    },
  }),
  clock: tenantClock(collections, wall),
  doorbell,
  rules: { ...policies, templates },
  pause: (ms) => pause(ms),
});
const takeTurn = createTakeTurn({
  turnStore: mongoTurnStore(mongoConnection, collections, wall),
  policies,
  doorbell,
  verifiesIntake,
});
const worker = await collectionWorker({
  connection,
  namespace: config.temporal.namespace,
  activities: { ...acts, takeTurn },
  workflowBundle: { code },
});

const running = worker.run();
running.catch((error: unknown) => {
  log.fatal({ err: error }, 'the worker has ended: a fresh process is to take over');
  process.exit(1);
});
stopOnSignal(async () => {
  worker.shutdown();
  await running;
  // Only now may connections go: acts in hand were finished over them.
  await connection.close();
  await temporal.close();
  await closeMongo();
});
process.stdout.write('READY\n');
