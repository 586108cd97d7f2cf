import { readFileSync, statSync } from 'node:fs';
import { Mistake } from '../words/mistake.js';

export type Line = { number: number; text: string };

/** The lines of a file that are not empty, numbered from 1. @throws Mistake when it is no file that can be read */
export function readLines(file: string): Line[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Mistake(`no such file: ${file}`);
  if (!found.isFile()) throw new Mistake(`not a file: ${file}`);
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}
