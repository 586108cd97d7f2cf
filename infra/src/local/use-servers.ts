import { ConfigError } from '../config/config-error.js';
import { namesServers, serversNotNamed } from '../config/named-servers.js';
import { localDir } from './local-dir.js';
import { localKey } from './local-key.js';
import { repoRoot } from './repo-root.js';
import type { ServerAddresses } from './run-state.js';
import { startServers, type LocalServers, type StartServers } from './start-servers.js';

export type UsedServers = {
  /** The environment to hand to every service: that given, completed with addresses and key. */
  env: NodeJS.ProcessEnv;
  temporalUiUrl?: string;
  /** Absent when the servers are not ours to stop. */
  local?: LocalServers;
  /** Stops local servers, whose data and logs go unless they are kept or left to the next start; leaves others alone. */
  stop(leaveData?: boolean): Promise<void>;
};

/**
 * The servers named by the environment, or else local ones, provisioned and started.
 * @throws ConfigError when only some of the three are named, DataDirInUse when another run holds `dataDir`
 */
export async function useServers(env: NodeJS.ProcessEnv, options: Omit<StartServers, 'env'>): Promise<UsedServers> {
  const missing = serversNotNamed(env);
  if (missing.length > 0) throw new ConfigError(missing);
  if (namesServers(env)) return { env: { ...env }, stop: async () => undefined };
  const local = await startServers({ ...options, env });
  return { ...completed(env, local), local, stop: (leaveData) => local.stop(leaveData) };
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
