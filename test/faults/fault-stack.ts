import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTopics } from '@recourse/infra/kafka/topics';
import { startServers, type LocalServers } from '@recourse/infra/local/start-servers';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { openStores, type OpenStores } from '../../services/cli/src/stack/open-stores.js';
import { services, type LineName, type ServerName, type ServiceName } from './fault.js';
import { steadyService, type SteadyService } from './steady-service.js';
import { tcpProxy, type TcpProxy } from './tcp-proxy.js';

export type FaultStack = {
  servers: LocalServers;
  lines: Record<LineName, TcpProxy>;
  service(name: ServiceName): SteadyService;
  /** Runs one more process of a service. */
  start(name: string, more?: NodeJS.ProcessEnv): SteadyService;
  sandboxUrl: string;
  /** For who looks from outside: past the proxies, but for Kafka, whose broker sends everybody through its own. */
  env: NodeJS.ProcessEnv;
  stores: OpenStores;
  /** Removes the Temporal server's store and starts it anew. */
  loseTemporal(): Promise<void>;
  stop(): Promise<void>;
};

const kek = '5'.repeat(64);

/**
 * Servers of its own, the sandbox, and ingest, relay and worker, which reach servers and providers only through proxies.
 * Everything it writes is below `dir`.
 */
export async function startFaultStack(dir: string): Promise<FaultStack> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each().catch(() => undefined);
  };
  try {
    const [kafka, mongo, temporal, providers] = await Promise.all(Array.from({ length: 4 }, () => tcpProxy()));
    if (!kafka || !mongo || !temporal || !providers) throw new Error('no proxies');
    const lines = { kafka, mongo, temporal, providers };
    stops.push(async () => void (await Promise.all(Object.values(lines).map((line) => line.close()))));

    const kafkaAdvertised = (port: number): number => {
      kafka.leadTo(port);
      return kafka.port;
    };
    const dataDir = join(dir, 'servers');
    const servers = await startServers({ dataDir, keep: true, report: () => undefined, kafkaAdvertised });
    stops.push(() => servers.stop());
    temporal.leadTo(portOf(servers.temporalAddress));
    mongo.leadTo(portOf(new URL(servers.mongoUri).host));

    const env = {
      ...process.env,
      TEMPORAL_ADDRESS: servers.temporalAddress,
      KAFKA_BROKERS: `127.0.0.1:${kafka.port}`,
      MONGODB_URI: servers.mongoUri,
      RECOURSE_KEY: kek,
      RECOURSE_LOCAL_DIR: dir,
      RECOURSE_TENANT: 'faults',
      PORT: '',
    };
    const through = {
      TEMPORAL_ADDRESS: `127.0.0.1:${temporal.port}`,
      MONGODB_URI: portIn(servers.mongoUri, mongo.port),
    };
    const bundle = join(dir, 'workflow-bundle.cjs');
    const bundled = bundleWorkflows(bundle);
    const stores = await openStores(env);
    stops.push(() => stores.close());
    await Promise.all([
      ensureTopics(stores.bus.admin(), { replication: 1 }),
      ensureIndexes(stores.mongo.collections),
      bundled,
    ]);

    const start = (name: string, more: NodeJS.ProcessEnv = {}): SteadyService => {
      const options = { logFile: join(dir, `${name}.log`), args: name === 'worker' ? [bundle] : [] };
      const service = steadyService(name, { ...env, ...more }, options);
      stops.push(() => service.stop());
      return service;
    };
    const sandbox = start('sandbox', { SANDBOX_CLOCK: 'test' });
    const { url: sandboxUrl } = (await sandbox.announced) as { url: string };
    providers.leadTo(Number(new URL(sandboxUrl).port));
    const ours = { ...through, RECOURSE_SANDBOX_URL: `http://127.0.0.1:${providers.port}` };
    const [worker, ingest, relay] = services.map((name) => start(name, ours));
    if (!worker || !ingest || !relay) throw new Error('no services');
    await Promise.all([worker, ingest, relay].map(({ announced }) => announced));
    const running = { worker, ingest, relay };

    return {
      servers,
      lines,
      service: (name) => running[name],
      start: (name, more = {}) => start(name, { ...ours, ...more }),
      sandboxUrl,
      env: { ...env, RECOURSE_SANDBOX_URL: sandboxUrl },
      stores,
      async loseTemporal() {
        await servers.kill('temporal');
        for (const tail of ['', '-wal', '-shm'])
          rmSync(join(dataDir, 'temporal', `temporal.db${tail}`), { force: true });
        await servers.restart('temporal');
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

export const serverPid = (servers: LocalServers, name: ServerName): number => servers.pids()[name];

const portOf = (address: string): number => Number(address.slice(address.lastIndexOf(':') + 1));

function portIn(uri: string, port: number): string {
  const url = new URL(uri);
  url.port = String(port);
  return url.href;
}
