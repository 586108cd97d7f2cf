import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const quoted = (text: string): string[] => [...text.matchAll(/'([^']+)'/g)].map(([, word]) => word ?? '');

/** The words of a type that is nothing but a union of texts, read from its source. @throws when there is no such type */
export function wordsOfUnion(file: string, type: string): string[] {
  const found = new RegExp(`export type ${type} =((?:\\s*\\|?\\s*'[^']+')+)\\s*;`).exec(source(file));
  if (!found) throw new Error(`${file} has no union of texts named ${type}`);
  return quoted(found[1] ?? '');
}

/** The values of the field that tells the members of a union apart. @throws when there is no such type or field */
export function wordsOfTag(file: string, type: string, tag: string): string[] {
  const text = source(file);
  const from = text.search(new RegExp(`export type ${type} =`));
  const rest = text.slice(from);
  const end = rest.slice(1).search(/\nexport /);
  const body = end < 0 ? rest : rest.slice(0, end + 1);
  const tags = [...body.matchAll(new RegExp(`[{;]\\s*${tag}:((?:\\s*\\|?\\s*'[^']+')+)`, 'g'))];
  const words = tags.flatMap(([, values]) => quoted(values ?? ''));
  if (from < 0 || words.length === 0) throw new Error(`${file} has no type ${type} told apart by ${tag}`);
  return words;
}

function source(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export type Definition = { word: string; chinese: string; row: string };

/** The rows defined under each heading of a page: those that begin with a word in backticks. */
export function definitionsByHeading(page: string): Map<string, Definition[]> {
  const sections = readFileSync(join(root, page), 'utf8').split(/^## /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const rows = lines.flatMap((row): Definition[] => {
        const [, word, chinese] = /^\| `([^`]+)` \| ([^|]+) \|/.exec(row) ?? [];
        return word === undefined || chinese === undefined ? [] : [{ word, chinese: chinese.trim(), row }];
      });
      return [heading.trim(), rows];
    }),
  );
}
