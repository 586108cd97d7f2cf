import { readFileSync, statSync } from 'node:fs';
import { Mistake } from '../words/mistake.js';

/**
 * The text of a file (`-` is standard input) without its byte order mark.
 * @throws Mistake when it is no file that can be read, or no UTF-8
 */
export function textOfFile(file: string): string {
  return read(file).replace(/^\uFEFF/, '');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What another encoding would turn into signs of doubt is refused: it may be a zone, a name or a word that a rule goes by. */
function read(file: string): string {
  try {
    return utf8.decode(bytesOf(file));
  } catch (trouble) {
    if (trouble instanceof TypeError) throw new Mistake(`${file} is no text in UTF-8`);
    throw trouble;
  }
}

function bytesOf(file: string): Buffer {
  if (file === '-') return readFileSync(0);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`no such file: ${file}`);
  // A pipe (`<(...)`) is read like a file; a directory cannot be.
  if (found.isDirectory()) throw new Mistake(`not a file: ${file}`);
  return readFileSync(file);
}
