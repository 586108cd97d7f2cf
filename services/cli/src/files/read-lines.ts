import { Mistake } from '../words/mistake.js';
import { textOfFile } from './text-of-file.js';

export type Line = { number: number; text: string };

/**
 * The lines of an NDJSON file (`-` is standard input) that are not empty, numbered from 1.
 * @throws Mistake when it is no file that can be read, or holds its JSON over several lines
 */
export function readLines(file: string): Line[] {
  const lines = textOfFile(file)
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '');
  if (isSpread(lines)) throw new Mistake(`${file} ${spread}`);
  return lines;
}

const spread =
  'holds JSON over several lines or in a list; each line must be one JSON object by itself, with no brackets or commas around them (jq -c ".[]" makes that of a list, jq -c . of objects)';

/** A list, or an object that goes on over the next lines, as printers of JSON make them for people. */
function isSpread([first, ...others]: readonly Line[]): boolean {
  const opening = first?.text.trim() ?? '';
  const goesOn = opening.startsWith('{') && !opening.endsWith('}');
  return opening.startsWith('[') || (goesOn && others.length > 0 && !others[0]?.text.trim().startsWith('{'));
}
