import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPolicyFile } from './read-policy-file.js';

const scratch = mkdtempSync(join(tmpdir(), 'recourse-policy-file-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const read = (content: string | Buffer) => {
  const path = join(scratch, 'a.yaml');
  writeFileSync(path, content);
  return readPolicyFile(path, 'a.yaml');
};

it('names that multiply each other beyond measure are a fault of the file', () => {
  const doubling = Array.from({ length: 12 }, (_, nth) => `a${nth + 1}: &a${nth + 1} [*a${nth}, *a${nth}, *a${nth}]`);
  expect(read(['a0: &a0 [x]', ...doubling].join('\n'))).toEqual({
    faults: [{ file: 'a.yaml', path: '', reason: expect.stringContaining('alias') }],
  });
});

it.each([
  ['Latin-1', Buffer.from('title: café', 'latin1')],
  ['UTF-16', Buffer.from('title: café', 'utf16le')],
  ['UTF-16 with its mark', Buffer.from('\uFEFFtitle: cafe', 'utf16le')],
])('words in %s are a fault, and never read as other words', (_, bytes) => {
  expect(read(bytes)).toEqual({
    faults: [{ file: 'a.yaml', path: '', reason: 'is no text in UTF-8' }],
  });
});

it('a byte order mark is no part of the first key', () => {
  expect(read('\uFEFFtitle: café')).toEqual({ value: { title: 'café' } });
});
