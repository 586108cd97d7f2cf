import { ConfigError } from '@recourse/infra/config/config-error';
import { namesServers, serversNotNamed } from '@recourse/infra/config/named-servers';
import { localDir } from '@recourse/infra/local/local-dir';
import { localKey } from '@recourse/infra/local/local-key';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { readStackNote } from './stack-file.js';

export type FoundStack = { env: NodeJS.ProcessEnv; staffUrl?: string; temporalUiUrl?: string; clock?: 'real' | 'test' };

const servers = ['TEMPORAL_ADDRESS', 'KAFKA_BROKERS', 'MONGODB_URI'] as const;

/** The message tells how to get a stack. */
export class NoStack extends Error {
  override name = 'NoStack';
  constructor() {
    super(
      `no running stack found: start one with "npm run up" or "npm start -- --keep", or name yours by ${servers.join(', ')} and RECOURSE_KEY`,
    );
  }
}

/**
 * The stack a command speaks to: the one named by the environment, else the one running from this checkout.
 * @throws NoStack, or ConfigError when only some servers are named
 */
export function findStack(env: NodeJS.ProcessEnv): FoundStack {
  const missing = serversNotNamed(env);
  if (missing.length > 0) throw new ConfigError(missing);
  if (namesServers(env)) return { env, ...(env['RECOURSE_STAFF_URL'] ? { staffUrl: env['RECOURSE_STAFF_URL'] } : {}) };
  const note = readStackNote(env);
  if (!note) throw new NoStack();
  const { staffUrl, temporalUiUrl, clock } = note;
  const key = env['RECOURSE_KEY'] || localKey(localDir(repoRoot, env));
  return {
    env: { ...note.env, RECOURSE_KEY: key, ...given(env) },
    ...(staffUrl ? { staffUrl } : {}),
    ...(temporalUiUrl ? { temporalUiUrl } : {}),
    ...(clock ? { clock } : {}),
  };
}

/** What the caller set wins, except the servers, which are the stack's. */
function given(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value && !servers.some((server) => server === name)),
  );
}
