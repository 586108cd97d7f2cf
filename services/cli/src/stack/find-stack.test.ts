import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@recourse/infra/config/config-error';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findStack, NoStack } from './find-stack.js';
import { writeStackNote } from './stack-file.js';

let env: NodeJS.ProcessEnv;
beforeEach(() => (env = { RECOURSE_LOCAL_DIR: mkdtempSync(join(tmpdir(), 'recourse-stack-')) }));
afterEach(() => rmSync(env['RECOURSE_LOCAL_DIR'] ?? '', { recursive: true }));

const note = { env: { TEMPORAL_ADDRESS: 'a:1', RECOURSE_TENANT: 'demo' }, logs: 'logs' };

test('servers named by the environment are the stack, whatever runs here', () => {
  const own = { TEMPORAL_ADDRESS: 'x:1', KAFKA_BROKERS: 'y:1', MONGODB_URI: 'mongodb://z/d' };
  writeStackNote(env, note, true);

  expect(findStack({ ...env, ...own }).env).toMatchObject(own);
});

test('otherwise it is the one that runs from this checkout, with what the caller sets beside it', () => {
  writeStackNote(env, note, true);

  const found = findStack({ ...env, RECOURSE_TENANT: 'other', RECOURSE_KEY: '' });

  expect(found.env).toMatchObject({ TEMPORAL_ADDRESS: 'a:1', RECOURSE_TENANT: 'other' });
  expect(found.env['RECOURSE_KEY']).toMatch(/^[0-9a-f]{64}$/);
});

test('some servers named and others not is refused, rather than another stack spoken to', () => {
  writeStackNote(env, note, true);

  expect(() => findStack({ ...env, MONGODB_URI: 'mongodb://z/d' })).toThrow(ConfigError);
});

test('without any the way to one is told', () => {
  expect(() => findStack(env)).toThrow(NoStack);
  expect(() => findStack(env)).toThrow('npm run up');
});
