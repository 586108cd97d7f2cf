import { join } from 'node:path';
import { localDir } from '@recourse/infra/local/local-dir';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { startStack } from '../stack/start-stack.js';
import { untilInterrupted } from '../stack/until-interrupted.js';

export type RunUp = { tenant: string; sandbox: boolean };

/** Runs everything on the real clock until Ctrl-C; the data stays for the next time. */
export async function runUp(env: NodeJS.ProcessEnv, { tenant, sandbox }: RunUp): Promise<never> {
  const report = (line: string): void => console.log(line);
  const dataDir = join(localDir(repoRoot, env), 'up');
  const stack = await startStack({ env, tenant, clock: { kind: 'real' }, sandbox, forPeople: true, dataDir, report });
  const forget = stopOnSignal(() => stack.stop());
  const { TEMPORAL_ADDRESS: temporal, KAFKA_BROKERS: kafka, MONGODB_URI: mongo } = stack.env;
  const rows: [string, string | undefined][] = [
    ['tenant', tenant],
    ['Temporal', temporal],
    ['Temporal UI', stack.temporalUiUrl],
    ['Kafka', kafka],
    ['MongoDB', mongo],
    ['sandbox', stack.sandboxUrl],
    ['logs', stack.logs],
  ];
  for (const [name, value] of rows) if (value) console.log(`${name.padEnd(12)} ${value}`);
  console.log('running; Ctrl-C stops it. Try: npm run recourse -- events publish FILE');
  try {
    return await untilInterrupted(stack);
  } finally {
    await stack.stop();
    forget();
  }
}
