import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Mistake } from '../words/mistake.js';

/** Lines of a portfolio as they stand in the file, numbered from 1. `read`: how much of the file they end at, 0 to 1; absent of a pipe. */
export type Batch = { lines: { number: number; text: string }[]; read?: number };

const linesOfBatch = 100;

/**
 * The lines of a portfolio file (`-` is standard input) that are not empty, some at a time: never more of the file in memory than those.
 * @throws Mistake when it is no file that can be read
 */
export async function* portfolioBatches(file: string): AsyncGenerator<Batch> {
  const found = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
  if (file !== '-' && !found) throw new Mistake(`no such file: ${file}`);
  if (found?.isDirectory()) throw new Mistake(`not a file: ${file}`);
  const input = file === '-' ? process.stdin : createReadStream(file);
  const size = found?.isFile() ? found.size : 0;
  let seen = 0;
  let number = 0;
  let lines: Batch['lines'] = [];
  const batch = (): Batch => ({ lines, ...(size > 0 && { read: Math.min(1, seen / size) }) });
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    seen += Buffer.byteLength(line) + 1;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    lines.push({ number, text });
    if (lines.length < linesOfBatch) continue;
    yield batch();
    lines = [];
  }
  if (lines.length > 0) yield batch();
}
