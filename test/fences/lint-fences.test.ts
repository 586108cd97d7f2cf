import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

type Violation = { what: string; file: string; code: string; rule: string; says?: string };

const fence = 'eslint(no-restricted-imports)';
const violations: Violation[] = [
  {
    what: 'domain importing Node',
    file: 'domain/src/case/a.ts',
    code: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
    rule: fence,
    says: 'domain is pure',
  },
  {
    what: 'domain importing activities',
    file: 'domain/src/case/b.ts',
    code: `import { b } from '@recourse/activities/ports';\nexport const c = b;`,
    rule: fence,
    says: 'domain imports nothing of ours',
  },
  {
    what: 'domain reaching out by a relative path',
    file: 'domain/src/case/c.ts',
    code: `import { b } from '../../../infra/src/log/logger.js';\nexport const c = b;`,
    rule: fence,
    says: 'domain imports nothing of ours',
  },
  {
    what: 'domain reading the clock',
    file: 'domain/src/case/d.ts',
    code: `export const d = () => Date.now();`,
    rule: 'eslint(no-restricted-properties)',
    says: 'Time is an argument',
  },
  {
    what: 'domain taking a chance',
    file: 'domain/src/case/e.ts',
    code: `export const e = () => Math.random();`,
    rule: 'eslint(no-restricted-properties)',
    says: 'Chance is an argument',
  },
  {
    what: 'domain reading the environment',
    file: 'domain/src/case/f.ts',
    code: `export const f = process.env['TZ'];`,
    rule: 'eslint(no-restricted-globals)',
    says: 'domain reads no environment',
  },
  {
    what: 'a workflow importing an activity by value',
    file: 'workflows/src/a.ts',
    code: `import { sendReminder } from '@recourse/activities/acts/send-reminder';\nexport const a = sendReminder;`,
    rule: fence,
    says: 'by type only',
  },
  {
    what: 'a workflow importing infra',
    file: 'workflows/src/b.ts',
    code: `import { b } from '@recourse/infra/log/logger';\nexport const c = b;`,
    rule: fence,
    says: 'workflows see only domain',
  },
  {
    what: 'a workflow importing the client',
    file: 'workflows/src/c.ts',
    code: `import { Client } from '@temporalio/client';\nexport const c = Client;`,
    rule: fence,
    says: 'outside the sandbox',
  },
  {
    what: 'an activity importing infra',
    file: 'activities/src/turn/a.ts',
    code: `import { b } from '@recourse/infra/mongo/cases';\nexport const c = b;`,
    rule: fence,
    says: 'come',
  },
  {
    what: 'an activity importing mongoose',
    file: 'activities/src/turn/b.ts',
    code: `import { connect } from 'mongoose';\nexport const c = connect;`,
    rule: fence,
    says: 'declare a port',
  },
  {
    what: 'infra importing kafkajs outside its folder',
    file: 'infra/src/mongo2/a.ts',
    code: `import { Kafka } from 'kafkajs';\nexport const c = Kafka;`,
    rule: fence,
    says: 'One folder per technology',
  },
  {
    what: 'a service importing a service',
    file: 'services/worker/src/a.ts',
    code: `import { b } from '@recourse/service-relay/lead';\nexport const c = b;`,
    rule: fence,
    says: 'Nobody imports a service',
  },
  {
    what: 'the sandbox importing domain',
    file: 'services/sandbox/src/a.ts',
    code: `import { b } from '@recourse/domain/case/plan';\nexport const c = b;`,
    rule: fence,
    says: 'stand outside',
  },
  {
    what: 'the auditor importing infra, by type even',
    file: 'services/auditor/src/a.ts',
    code: `import type { B } from '@recourse/infra/mongo/cases';\nexport type C = B;`,
    rule: fence,
    says: 'stand outside',
  },
  {
    what: 'a promise nobody waits for',
    file: 'infra/src/log/a.ts',
    code: `export function a(): void {\n  Promise.resolve(1);\n}`,
    rule: 'typescript(no-floating-promises)',
  },
  {
    what: 'a switch that forgets a case',
    file: 'domain/src/case/g.ts',
    code: `export function g(s: 'a' | 'b'): number {\n  switch (s) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}`,
    rule: 'typescript(switch-exhaustiveness-check)',
  },
  {
    what: 'any',
    file: 'domain/src/case/h.ts',
    code: `export const h = (x: any): unknown => x;`,
    rule: 'typescript(no-explicit-any)',
  },
  {
    what: 'a default export',
    file: 'infra/src/log/b.ts',
    code: `export default 1;`,
    rule: 'import(no-default-export)',
  },
  { what: 'a barrel', file: 'infra/src/log/c.ts', code: `export * from './a.js';`, rule: 'oxc(no-barrel-file)' },
  {
    what: 'a file of over 250 lines',
    file: 'infra/src/log/d.ts',
    code: 'export const a = 1;\n' + '// one more\n'.repeat(251),
    rule: 'eslint(max-lines)',
  },
  {
    what: 'a file whose name is not kebab-case',
    file: 'infra/src/log/sendMail.ts',
    code: `export const a = 1;`,
    rule: 'unicorn(filename-case)',
  },
  {
    what: 'files that import each other',
    file: 'domain/src/case/i.ts',
    code: `import { j } from './j.js';\nexport const i = (): unknown => j;`,
    rule: 'import(no-cycle)',
  },
];
const allowed = [
  { file: 'domain/src/case/j.ts', code: `import { i } from './i.js';\nexport const j = (): unknown => i;` }, // the other half of the cycle
  { file: 'workflows/src/ok.ts', code: `import type { A } from '@recourse/activities/acts/acts';\nexport type B = A;` },
  { file: 'infra/src/kafka/ok.ts', code: `import { Kafka } from 'kafkajs';\nexport const c = Kafka;` },
  { file: 'test/ok.ts', code: `import { b } from '@recourse/service-relay/lead';\nexport const c = b;` },
];

type Finding = { code: string; filename: string; message: string; help?: string };
let findings: Finding[];
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fences-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(dir, '.oxlintrc.json'));
  writeFileSync(
    join(dir, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', noEmit: true } }),
  );
  for (const { file, code } of [...violations, ...allowed]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), code);
  }
  findings = lint(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

function lint(cwd: string): Finding[] {
  const bin = join(root, 'node_modules/.bin');
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: join(bin, 'tsgolint') };
  try {
    execFileSync(join(bin, 'oxlint'), ['--type-aware', '--format', 'json'], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    return (JSON.parse((error as { stdout: string }).stdout) as { diagnostics: Finding[] }).diagnostics; // exits 1 when it finds something
  }
  throw new Error('lint found nothing at all');
}

describe('lint refuses', () => {
  test.each(violations)('$what', ({ file, rule, says }) => {
    const found = findings.filter(({ filename, code }) => filename === file && code === rule);

    expect(found.map(({ message, help }) => `${message} ${help ?? ''}`).join('\n')).toContain(says ?? '');
    expect(found).not.toHaveLength(0);
  });
});

test.each(allowed.slice(1))('lint accepts $file', ({ file }) => {
  expect(findings.filter(({ filename }) => filename === file)).toEqual([]);
});
