import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from '../local/repo-root.js';
import { coveragePage } from './coverage-page.js';
import { PolicyError } from './policy-error.js';
import { readLaw } from './read-law.js';
import { readSurvey } from './read-survey.js';

// `npm run generate` writes docs/compliance/coverage.md; with `--check` nothing is written and a difference is named (exit 1).

const file = 'docs/compliance/coverage.md';
const path = join(repoRoot, file);
const policies = join(repoRoot, 'policies');
const { law, faults: lawFaults } = readLaw(policies);
const { parts, faults } = readSurvey(policies, law.packs);
if (lawFaults.length + faults.length > 0) throw new PolicyError([...lawFaults, ...faults]);

const wanted = coveragePage(parts, law.packs);
const differs = !existsSync(path) || readFileSync(path, 'utf8') !== wanted;
if (differs && process.argv.includes('--check')) {
  console.error(`${file} is not what the packs and the survey say: run npm run generate`);
  process.exitCode = 1;
} else if (differs) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
}
