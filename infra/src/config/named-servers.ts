import type { ConfigFault } from './config-error.js';

const servers = ['TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'MONGODB_URI'] as const;

/** Whether the environment names servers of the caller's own. */
export const namesServers = (env: NodeJS.ProcessEnv): boolean => servers.every((name) => env[name]);

/** Those that are missing when only some are named; with none named, local ones are meant. */
export function serversNotNamed(env: NodeJS.ProcessEnv): ConfigFault[] {
  const given = servers.filter((name) => env[name]);
  if (given.length === 0) return [];
  const reason = `is not set, although ${given.join(' and ')} is: give all three, or none for local servers`;
  return servers.filter((name) => !env[name]).map((variable) => ({ variable, reason }));
}
