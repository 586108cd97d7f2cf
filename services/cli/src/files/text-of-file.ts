import { readFileSync, statSync } from 'node:fs';
import { utf8Text } from '@recourse/infra/json/utf8-text';
import { Mistake } from '../words/mistake.js';

/**
 * The text of a file (`-` is standard input) without its byte order mark.
 * @throws Mistake when it is no file that can be read, or no UTF-8
 */
export function textOfFile(file: string): string {
  const text = utf8Text(bytesOf(file));
  if (text === undefined) throw new Mistake(`${file} is no text in UTF-8`);
  return text;
}

function bytesOf(file: string): Buffer {
  if (file === '-') return readFileSync(0);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`no such file: ${file}`);
  // A pipe (`<(...)`) is read like a file; a directory cannot be.
  if (found.isDirectory()) throw new Mistake(`not a file: ${file}`);
  return readFileSync(file);
}
