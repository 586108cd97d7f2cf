import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import type { BuiltRows } from './measure-built.js';

/**
 * The rows that need no servers, on what `tsc` builds, as it is shipped: read by tsx every function a turn makes is named by a call.
 * @throws Error when it does not build
 */
export function builtRows(loans: number): BuiltRows {
  const run = (...given: string[]): void =>
    void execFileSync(process.execPath, given, { cwd: repoRoot, stdio: 'inherit' });
  run('node_modules/typescript/bin/tsc', '-b', 'test/bench/tsconfig.build.json');
  const dir = mkdtempSync(join(tmpdir(), 'bench-built-'));
  try {
    const out = join(dir, 'rows.json');
    run('test/bench/dist/bench/measure-built.js', '--loans', String(loans), '--out', out);
    return JSON.parse(readFileSync(out, 'utf8')) as BuiltRows;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
