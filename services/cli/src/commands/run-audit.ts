import { spawn } from 'node:child_process';
import { repoRoot } from '@recourse/infra/local/repo-root';

/** Runs `services/auditor`, which shares no code with us, on our terminal. Resolves to its exit code: 0 when all that must be 0 is. */
export function runAudit(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<number> {
  const node = ['--import', 'tsx', '--conditions=source', 'services/auditor/src/main.ts', ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, node, { cwd: repoRoot, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
