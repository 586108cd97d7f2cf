import { ConfigError, type ConfigFault } from './config-error.js';
import { namesServers, serversNotNamed } from './named-servers.js';
import { readConfig } from './read-config.js';

/** What local servers and the local key will be given, before they are there. */
const standIns = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  KAFKA_BROKERS: '127.0.0.1:1',
  MONGODB_URI: 'mongodb://127.0.0.1/recourse',
};
const standInKey = '0'.repeat(64);

/**
 * Checks every setting as `readConfig` will, before any server or service is started: servers that are not named will be local ones,
 * and only then may the key be left out.
 * @throws ConfigError listing every fault, `more` among them; never a value
 */
export function checkSettings(env: NodeJS.ProcessEnv, more: readonly ConfigFault[] = []): void {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const key = namesServers(env) ? {} : { RECOURSE_KEY: standInKey };
  const faults = [...serversNotNamed(env), ...faultsOf({ ...standIns, ...key, ...given }), ...more];
  if (faults.length > 0) throw new ConfigError(faults);
}

function faultsOf(env: NodeJS.ProcessEnv): readonly ConfigFault[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}
