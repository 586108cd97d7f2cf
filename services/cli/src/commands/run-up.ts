import { join } from 'node:path';
import { localDir } from '@recourse/infra/local/local-dir';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { onOwnStack } from '../stack/on-own-stack.js';
import type { RunningStack, StartStack } from '../stack/start-stack.js';
import { untilInterrupted } from '../stack/until-interrupted.js';

export type RunUp = { tenant: string; sandbox: boolean };

/** Runs everything on the real clock until Ctrl-C; the data stays for the next time. */
export async function runUp(env: NodeJS.ProcessEnv, { tenant, sandbox }: RunUp): Promise<never> {
  const report = (line: string): void => console.log(line);
  const dataDir = join(localDir(repoRoot, env), 'up');
  const start: StartStack = { env, tenant, clock: { kind: 'real' }, sandbox, forPeople: true, dataDir, report };
  return onOwnStack(start, async (stack) => {
    for (const [name, value] of addresses(tenant, stack)) if (value) report(`${name.padEnd(12)} ${value}`);
    report('running; Ctrl-C stops it. Try: npm run recourse -- events publish FILE');
    return untilInterrupted(stack);
  });
}

function addresses(tenant: string, stack: RunningStack): [string, string | undefined][] {
  return [
    ['tenant', tenant],
    ['Temporal', stack.env['TEMPORAL_ADDRESS']],
    ['Temporal UI', stack.temporalUiUrl],
    ['Kafka', stack.env['KAFKA_BROKERS']],
    ['MongoDB', stack.env['MONGODB_URI']?.replace(/\/\/[^/@]*@/, '//')],
    ['API', stack.apiUrl],
    ['sandbox', stack.sandboxUrl],
    ['logs', stack.logs],
  ];
}
