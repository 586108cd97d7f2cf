import { readFileSync, statSync } from 'node:fs';
import { Mistake } from '../words/mistake.js';

/**
 * The text of a file (`-` is standard input) without its byte order mark.
 * @throws Mistake when it is no file that can be read
 */
export function textOfFile(file: string): string {
  return read(file).replace(/^\uFEFF/, '');
}

function read(file: string): string {
  if (file === '-') return readFileSync(0, 'utf8');
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`no such file: ${file}`);
  // A pipe (`<(...)`) is read like a file; a directory cannot be.
  if (found.isDirectory()) throw new Mistake(`not a file: ${file}`);
  return readFileSync(file, 'utf8');
}
