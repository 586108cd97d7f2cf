import { ConfigError } from '../config/config-error.js';
import { localDir } from './local-dir.js';
import { localKey } from './local-key.js';
import { repoRoot } from './repo-root.js';
import { runningServers, type ServerAddresses } from './run-state.js';
import { startServers, type LocalServers, type StartServers } from './start-servers.js';

const own = ['TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'MONGODB_URI'] as const;

export type UsedServers = {
  /** The environment to hand to every service: that given, completed with addresses and key. */
  env: NodeJS.ProcessEnv;
  temporalUiUrl?: string;
  /** Absent when the servers are not ours to stop. */
  local?: LocalServers;
  /** Stops local servers; leaves others alone. */
  stop(): Promise<void>;
};

/**
 * The servers named by the environment, or else those already running on `dataDir`, or else local ones, provisioned and started.
 * @throws ConfigError when only some of the three are named
 */
export async function useServers(env: NodeJS.ProcessEnv, options: Omit<StartServers, 'env'>): Promise<UsedServers> {
  const given = own.filter((name) => env[name]);
  if (given.length === own.length) return { env: { ...env }, stop: async () => undefined };
  if (given.length > 0) {
    const because = `is not set, although ${given.join(' and ')} is: give all three, or none for local servers`;
    throw new ConfigError(own.filter((name) => !env[name]).map((variable) => ({ variable, reason: because })));
  }
  const running = options.dataDir === undefined ? undefined : runningServers(options.dataDir);
  if (running) return { ...completed(env, running), stop: async () => undefined };
  const local = await startServers({ ...options, env });
  return { ...completed(env, local), local, stop: () => local.stop() };
}

function completed(env: NodeJS.ProcessEnv, servers: ServerAddresses): Pick<UsedServers, 'env' | 'temporalUiUrl'> {
  return {
    env: {
      ...env,
      TEMPORAL_ADDRESS: servers.temporalAddress,
      KAFKA_BROKERS: servers.kafkaBrokers,
      MONGODB_URI: servers.mongoUri,
      RECOURSE_KEY: env['RECOURSE_KEY'] || localKey(localDir(repoRoot, env)),
    },
    ...(servers.temporalUiUrl ? { temporalUiUrl: servers.temporalUiUrl } : {}),
  };
}
