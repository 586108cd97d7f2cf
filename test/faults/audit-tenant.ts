import { spawn } from 'node:child_process';
import { repoRoot } from '@recourse/infra/local/repo-root';

/** `code` 0: all that must be 0 is. */
export type Audited = { code: number; output: string };

/** Runs the auditor over one tenant. */
export function auditTenant(env: NodeJS.ProcessEnv, tenant: string): Promise<Audited> {
  const args = ['--import', 'tsx', '--conditions=source', 'services/auditor/src/main.ts', '--tenant', tenant];
  const child = spawn(process.execPath, args, { cwd: repoRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
