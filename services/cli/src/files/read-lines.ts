import { existsSync, readFileSync } from 'node:fs';
import { Mistake } from '../words/mistake.js';

export type Line = { number: number; text: string };

/** The lines of a file that are not empty, numbered from 1. @throws Mistake when there is no such file */
export function readLines(file: string): Line[] {
  if (!existsSync(file)) throw new Mistake(`no such file: ${file}`);
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}
