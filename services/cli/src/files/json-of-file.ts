import { fieldSaidTwice } from '@recourse/infra/policies/field-said-twice';
import { Mistake } from '../words/mistake.js';
import { textOfFile } from './text-of-file.js';

/**
 * What a JSON file (`-` is standard input) says.
 * @throws Mistake when it cannot be read or is no JSON
 */
export function jsonOfFile(file: string): unknown {
  const text = textOfFile(file);
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw new Mistake(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  // Of a field said twice the last would stand, and a hold be gone without a word.
  const twice = fieldSaidTwice(text);
  if (twice !== undefined) throw new Mistake(`${file} says a field twice: ${twice}`);
  return said;
}
