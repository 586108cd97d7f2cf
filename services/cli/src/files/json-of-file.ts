import { pathText } from '@recourse/domain/policy/path-text';
import { readStrictJson } from '@recourse/infra/json/read-strict-json';
import { Mistake } from '../words/mistake.js';
import { textOfFile } from './text-of-file.js';

/**
 * What a JSON file (`-` is standard input) says.
 * @throws Mistake when it cannot be read, is no JSON, or says a field twice
 */
export function jsonOfFile(file: string): unknown {
  const read = readStrictJson(textOfFile(file));
  if ('value' in read) return read.value;
  const faults = read.faults.map(({ path, reason }) => `  ${pathText(path) || 'the whole'}: ${reason}`);
  throw new Mistake(`${file} cannot be used:\n${faults.join('\n')}`);
}
