import { Mistake } from '../words/mistake.js';
import { textOfFile } from './text-of-file.js';

/**
 * What a JSON file (`-` is standard input) says.
 * @throws Mistake when it cannot be read or is no JSON
 */
export function jsonOfFile(file: string): unknown {
  const text = textOfFile(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Mistake(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
