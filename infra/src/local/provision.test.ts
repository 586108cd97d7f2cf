import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provision } from './provision.js';
import { repoRoot } from './repo-root.js';
import { ToolFailed } from './run-tool.js';

let scratch: string;
let said: string[];
const path = process.env['PATH'];
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'provision-'));
  said = [];
  process.env['PATH'] = `${scratch}:${path}`;
  tool('python3', 'if [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python3"; fi');
  tool('java', 'exit 0');
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(scratch, { recursive: true });
});

/** Stands in for a tool of the machine. */
function tool(name: string, script: string): void {
  writeFileSync(join(scratch, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(scratch, name), 0o755);
}

const local = () => join(scratch, 'local');
const provisioned = () =>
  provision(repoRoot, (line) => said.push(line), { ...process.env, RECOURSE_LOCAL_DIR: local() });

test('a failed installation says what its tool said, leaves nothing half done, and is begun anew', async () => {
  tool('mvn', 'echo "could not resolve org.apache.kafka"; exit 1');

  const failure: unknown = await provisioned().catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ToolFailed);
  expect((failure as Error).message).toContain(
    'installing Kafka failed: mvn ended with 1\ncould not resolve org.apache.kafka',
  );
  expect(readdirSync(local()).filter((name) => name === 'provision.lock' || /^kafka-\w+$/.test(name))).toEqual([]);

  tool('mvn', 'exit 0');
  const { kafkaLib } = await provisioned();
  expect(readdirSync(local())).toContain(kafkaLib.split('/').at(-2));
});

test('what is installed is not installed again', async () => {
  tool('mvn', 'exit 0');
  await provisioned();
  const lines = said.length;

  await provisioned();

  expect(lines).toBeGreaterThan(0);
  expect(said).toHaveLength(lines);
});
