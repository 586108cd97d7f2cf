import type { TestProject } from 'vitest/node';
import { localDir } from '../infra/src/local/local-dir.js';
import { localKey } from '../infra/src/local/local-key.js';
import { provision } from '../infra/src/local/provision.js';
import { repoRoot } from '../infra/src/local/repo-root.js';

/** The tests of the project `own-servers` start their servers themselves: given are the key, and here, not in the time of a test, what is missing. */
export async function setup(project: TestProject): Promise<void> {
  await provision(repoRoot, (line) => console.log(line));
  project.provide('kekHex', process.env['RECOURSE_KEY'] || localKey(localDir(repoRoot)));
}
