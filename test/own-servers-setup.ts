import type { TestProject } from 'vitest/node';
import { localDir } from '../infra/src/local/local-dir.js';
import { localKey } from '../infra/src/local/local-key.js';
import { repoRoot } from '../infra/src/local/repo-root.js';

/** The tests of the project `own-servers` start their servers themselves: only the key is given. */
export function setup(project: TestProject): void {
  project.provide('kekHex', process.env['RECOURSE_KEY'] || localKey(localDir(repoRoot)));
}
