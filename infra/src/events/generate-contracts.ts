import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from '../local/repo-root.js';
import { contractDifferences } from './contract-differences.js';
import { contracts } from './contracts.js';

// `npm run generate` writes docs/events; with `--check` nothing is written and what differs is named (exit 1).

const dir = join(repoRoot, 'docs/events');
const wanted = contracts();
const { different, superfluous } = contractDifferences(dir, wanted);

if (process.argv.includes('--check')) {
  for (const file of different) console.error(`docs/events/${file} is not what the schemas say: run npm run generate`);
  for (const file of superfluous)
    console.error(`docs/events/${file} belongs to no event any more: run npm run generate`);
  process.exitCode = different.length + superfluous.length > 0 ? 1 : 0;
} else {
  for (const file of different) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), wanted.get(file) ?? '');
  }
  for (const file of superfluous) rmSync(join(dir, file));
}
