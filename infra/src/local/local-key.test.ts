import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { localKey } from './local-key.js';

const dir = mkdtempSync(join(tmpdir(), 'key-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('the local key is made once, 64 hex digits that only its owner can read', () => {
  const made = localKey(dir);

  expect(made).toMatch(/^[0-9a-f]{64}$/);
  expect(localKey(dir)).toBe(made);
  expect(statSync(join(dir, 'key')).mode & 0o777).toBe(0o600);
});
