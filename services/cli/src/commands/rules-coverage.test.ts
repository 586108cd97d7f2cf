import { isOnlyCarried } from '@recourse/domain/law/coverage';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { expect, test } from 'vitest';
import { lawInForce } from './law-in-force.js';
import { rulesCoverage } from './rules-coverage.js';

test('each part of the survey is counted by what keeps it, and all of it', () => {
  const lines = rulesCoverage({ lang: 'en' });
  const numbers = (part: string): number[] =>
    (lines.find((line) => line.startsWith(`${part} `)) ?? '').trim().split(/\s+/).slice(1).map(Number);
  const { parts } = lawInForce();
  const all = parts.flatMap(({ rows }) => rows);
  for (const [part, rows] of [...parts.map(({ part: name, rows: of }) => [name, of] as const), ['=', all] as const]) {
    const kept = (by: string): number => rows.filter((row) => row.kept.by === by).length;
    const unread = rows.filter(({ confidence }) => confidence === 'secondary' || confidence === 'memory').length;
    const [counted, byRules = 0, carried = 0, ...rest] = numbers(part);
    expect([counted, byRules + carried, ...rest]).toEqual([
      rows.length,
      kept('rules'),
      kept('code'),
      kept('nobody'),
      unread,
    ]);
    expect(carried, part).toBe(rows.filter(isOnlyCarried).length);
  }
  expect(all.filter(isOnlyCarried).length).toBeGreaterThan(0);
  expect(lines[0]).toMatch(
    /^part +rows +by rules +carried only +other code +not software +to be confirmed by counsel$/,
  );
  expect(rulesCoverage({ lang: 'zh' })[0]).toMatch(/^部分 +行数 +由规则落实/);
});

test('as JSON each row says how it is kept, by the same counts', () => {
  const { v, rows } = JSON.parse(rulesCoverage({ lang: 'en', json: true }).join('\n')) as {
    v: number;
    rows: { by: string; rules: string[] }[];
  };
  const { parts } = lawInForce();
  expect(v).toBe(1);
  expect(rows).toHaveLength(parts.flatMap((part) => part.rows).length);
  expect(new Set(rows.map(({ by }) => by))).toEqual(new Set(['rules', 'carried', 'code', 'nobody']));
  expect(rows.filter(({ by }) => by === 'rules').every(({ rules }) => rules.length > 0)).toBe(true);
});

test('a survey that does not fit the packs is told, not counted', () => {
  const dir = mkdtempSync(join(tmpdir(), 'recourse-policies-'));
  try {
    cpSync(join(repoRoot, 'policies'), dir, { recursive: true });
    const file = join(dir, 'law-survey/uk.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'elsewhere: domain/src/contact/contact-gate.ts',
        'elsewhere: domain/src/gone.ts',
      ),
    );
    expect(() => rulesCoverage({ lang: 'en' }, dir)).toThrow(
      /^1 fault in the policies:\n {2}law-survey\/uk\.yaml: UK-ID-1: there is no domain\/src\/gone\.ts$/,
    );
  } finally {
    rmSync(dir, { recursive: true });
  }
});
