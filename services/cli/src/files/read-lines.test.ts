import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Mistake } from '../words/mistake.js';
import { readLines } from './read-lines.js';

let dir = '';
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'recourse-lines-'))));
afterEach(() => rmSync(dir, { recursive: true }));

function fileOf(text: string): string {
  const file = join(dir, 'rows.ndjson');
  writeFileSync(file, text);
  return file;
}
const rows = [{ a: 1 }, { a: 2 }];

describe('a file of lines', () => {
  it('numbers its lines from 1, empty ones counted and left out, with or without a byte order mark', () => {
    expect(readLines(fileOf('\uFEFF{"a":1}\r\n\n{"a":2}\n'))).toEqual([
      { number: 1, text: '{"a":1}' },
      { number: 3, text: '{"a":2}' },
    ]);
  });

  it.each([
    ['a printed list', JSON.stringify(rows, null, 2)],
    ['a list on one line', JSON.stringify(rows)],
    ['printed objects', rows.map((row) => JSON.stringify(row, null, 2)).join('\n')],
  ])('is refused with one sentence when it is %s', (_, text) => {
    const refused = (): unknown => readLines(fileOf(text));

    expect(refused).toThrow(Mistake);
    expect(refused).toThrow('each line must be one JSON object by itself');
  });

  it('with a broken first line is left to whoever reads the lines, to name it', () => {
    expect(readLines(fileOf('{"a":1\n{"a":2}'))).toHaveLength(2);
  });

  it('that is none is named', () => {
    expect(() => readLines(join(dir, 'none'))).toThrow('no such file');
    expect(() => readLines(dir)).toThrow('not a file');
  });
});
