import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How a directory of generated files differs from what they must be; paths relative to it. */
export function contractDifferences(
  dir: string,
  wanted: ReadonlyMap<string, string>,
): { different: string[]; superfluous: string[] } {
  const present = existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    : [];
  return {
    different: [...wanted]
      .filter(([file, text]) => !existsSync(join(dir, file)) || readFileSync(join(dir, file), 'utf8') !== text)
      .map(([file]) => file),
    superfluous: present
      .map((each) => relative(dir, join(each.parentPath, each.name)))
      .filter((file) => !wanted.has(file)),
  };
}
