import { pathText } from '@recourse/domain/policy/path-text';
import { inexactNumbers } from '@recourse/infra/json/inexact-numbers';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import { Mistake } from '../words/mistake.js';
import { textOfFile } from './text-of-file.js';

/**
 * What a JSON file (`-` is standard input) says.
 * @throws Mistake when it cannot be read, is no JSON, says a field twice, or has a number with more digits than are read
 */
export function jsonOfFile(file: string): unknown {
  const text = textOfFile(file);
  const read = readStrictJson(text);
  const wrong = 'value' in read ? inexactNumbers(text) : read.faults;
  if ('value' in read && wrong.length === 0) return read.value;
  const faults = wrong.map(({ path, reason }) => `  ${pathText(path) || 'the whole'}: ${reason}`);
  throw new Mistake(`${file} cannot be used:\n${faults.join('\n')}`);
}
