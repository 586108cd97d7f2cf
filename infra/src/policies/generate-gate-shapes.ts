import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractDifferences } from '../events/contract-differences.js';
import { repoRoot } from '../local/repo-root.js';
import { gateShapes } from './gate-shapes.js';

// `npm run generate` writes docs/gate; with `--check` nothing is written and what differs is named (exit 1).

const dir = join(repoRoot, 'docs/gate');
const wanted = gateShapes();
const { different, superfluous } = contractDifferences(dir, wanted);
const stale = [...different, ...superfluous];

if (process.argv.includes('--check')) {
  for (const file of stale) console.error(`docs/gate/${file} is not what the schemas say: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(dir, { recursive: true });
  for (const file of different) writeFileSync(join(dir, file), wanted.get(file) ?? '');
  for (const file of superfluous) rmSync(join(dir, file));
}
