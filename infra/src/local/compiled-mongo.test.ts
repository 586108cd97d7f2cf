import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compiledMongo } from './compiled-mongo.js';
import { repoRoot } from './repo-root.js';
import { ToolFailed } from './run-tool.js';

let scratch: string;
let said: string[];
const path = process.env['PATH'];
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'compiled-mongo-'));
  said = [];
  process.env['PATH'] = `${scratch}:${path}`;
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(scratch, { recursive: true });
});

const cargo = (script: string): void => {
  writeFileSync(join(scratch, 'cargo'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(scratch, 'cargo'), 0o755);
};
const compiled = () =>
  compiledMongo(repoRoot, (line) => said.push(line), {
    ...process.env,
    RECOURSE_LOCAL_DIR: join(scratch, 'local'),
  });

test('the compiled server is built once', async () => {
  cargo('mkdir -p "$7/bin" && touch "$7/bin/secantusd-rs"');
  const file = await compiled();
  const lines = said.length;

  expect(await compiled()).toBe(file);

  expect(file.startsWith(join(scratch, 'local'))).toBe(true);
  expect(lines).toBeGreaterThan(0);
  expect(said).toHaveLength(lines);
});

test('a server that does not compile says what cargo said', async () => {
  cargo('echo "no such crate"; exit 101');

  const failure: unknown = await compiled().catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ToolFailed);
  expect((failure as Error).message).toContain('cargo ended with 101\nno such crate');
});
