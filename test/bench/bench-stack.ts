import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventBus } from '@recourse/activities/event-bus';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { ensureTopics } from '@recourse/infra/kafka/topics';
import { compiledMongo } from '@recourse/infra/local/compiled-mongo';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { useServers } from '@recourse/infra/local/use-servers';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { connectTemporal, connectWorker, type TemporalClient } from '@recourse/infra/temporal/connect';
import { DefaultLogger, Runtime, type NativeConnection } from '@temporalio/worker';

/** The local server as `npm start` runs it, or its compiled build. */
export type BenchStore = 'python' | 'rust';

/** Servers, connections and bundles of one run; a database of its own for each part. */
export type BenchStack = {
  env: NodeJS.ProcessEnv;
  temporal: TemporalClient;
  native: NativeConnection;
  bus: EventBus;
  scratch: string;
  bundles: { collection: string; bare: string };
  database(name: string): Promise<MongoConnection & { uri: string }>;
  close(): Promise<void>;
};

export async function startBenchStack(store: BenchStore): Promise<BenchStack> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: 'temporalio_sdk_core=ERROR' } },
  });
  const report = (line: string): void => console.log(line);
  const compiled = store === 'rust' ? { SECANTUSD_RS: await compiledMongo(repoRoot, report) } : {};
  const servers = await useServers({ ...process.env, ...compiled }, { report });
  const { env } = servers;
  const scratch = mkdtempSync(join(tmpdir(), 'recourse-bench-'));
  const bundles = { collection: join(scratch, 'collection.cjs'), bare: join(scratch, 'bare.cjs') };
  await bundleWorkflows(bundles.collection);
  await bundleWorkflows(bundles.bare, fileURLToPath(new URL('bare-workflow.ts', import.meta.url)));

  const settings = { address: env['TEMPORAL_ADDRESS'] ?? '', namespace: 'default' };
  const temporal = await connectTemporal(settings);
  const native = await connectWorker(settings);
  const brokers = (env['KAFKA_BROKERS'] ?? '').split(',');
  const bus = kafkaEventBus({ brokers, clientId: 'recourse-bench' }, () => undefined);
  await ensureTopics(bus.admin(), { replication: 1 });
  const opened: MongoConnection[] = [];

  return {
    env,
    temporal,
    native,
    bus,
    scratch,
    bundles,
    async database(name) {
      const uri = new URL(env['MONGODB_URI'] ?? '');
      uri.pathname = `/bench-${name}-${process.pid}`;
      const mongo = await connectMongo(uri.href, { monitorCommands: true });
      await ensureIndexes(mongo.collections);
      opened.push(mongo);
      return { ...mongo, uri: uri.href };
    },
    async close() {
      for (const mongo of opened) {
        await mongo.connection.dropDatabase();
        await mongo.close();
      }
      await bus.close();
      await native.close();
      await temporal.close();
      rmSync(scratch, { recursive: true });
      await servers.stop();
    },
  };
}
