import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repoRoot } from '../local/repo-root.js';
import { coveragePage } from './coverage-page.js';
import { readLaw } from './read-law.js';
import { readSurvey } from './read-survey.js';

const policies = join(repoRoot, 'policies');
const { law } = readLaw(policies);
const { parts, faults } = readSurvey(policies, law.packs);

test('every row of the survey of law is kept or says why not, and every rule has its row', () => {
  expect(faults).toEqual([]);
  expect(parts.map(({ file }) => file)).toEqual(
    ['cn', 'events', 'house', 'uk', 'us'].map((name) => `law-survey/${name}.yaml`),
  );
  const named = parts.flatMap(({ rows }) => rows.flatMap(({ kept }) => (kept.by === 'rules' ? kept.rules : [])));
  const unnamed = law.packs.flatMap(({ rules }) => rules.filter(({ id }) => !named.some(({ rule }) => rule === id)));
  expect(unnamed).toEqual([]);
});

test('docs/compliance/coverage.md is what packs and survey say: else run npm run generate', () => {
  expect(readFileSync(join(repoRoot, 'docs/compliance/coverage.md'), 'utf8')).toBe(coveragePage(parts, law.packs));
});

test('the page flags what nobody read, and names the reason of what no software can', () => {
  const page = coveragePage(parts, law.packs);
  const row = (id: string): string | undefined => page.split('\n').find((line) => line.startsWith(`| ${id} |`));
  expect(row('US-NYC-2')).toContain(
    '| memory: to be confirmed by counsel | hard | US-NY-NYC: first-party, agency, buyer | US-NYC-2: `us-nyc`, frequency-cap; US-NYC-2-BEFORE: `us-nyc`, frequency-cap |',
  );
  expect(row('US-FREQ-1')).toContain(
    '| primary | presumption | US: agency, buyer; channels voice-bot, dialler, call |',
  );
  expect(row('US-BK-2')).toContain(
    '| US-HOLD-INSOLVENCY: US: first-party, agency, buyer. US-SALE-1: US: agency, buyer |',
  );
  expect(row('CN-LEGAL-5')).toMatch(
    /legal-clock \(carried: what a court does and when is told by no event yet: .*\) \|$/,
  );
  const named = [...page.matchAll(/\(kept by `([^`]+)`/g)].map(([, path = '']) => path);
  expect(new Set(named).size).toBe(3);
  for (const path of named) expect(existsSync(join(repoRoot, path)), path).toBe(true);
  expect(row('CN-LEGAL-3')).toMatch(/\| not software: Binds the court\. \|$/);
  expect(row('CN-3P-3')).toMatch(/\| other code: `domain\/src\/contact\/grounds-of\.ts` \|$/);
});

test('a rule that no row names is told, with its pack', () => {
  const extra = law.packs.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => (rule.id === 'UK-CPL-1' ? { ...rule, id: 'UK-CPL-9' } : rule)),
  }));
  expect(readSurvey(policies, extra).faults.map(({ reason }) => reason)).toEqual([
    'UK-CPL-1 is kept by UK-CPL-1, which is in no pack',
    'UK-CPL-9 of pack uk is in no row of the survey',
  ]);
});
