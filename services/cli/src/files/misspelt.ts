import { fieldName } from './field-name.js';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The field that stands where `path` (`terms.zone`) is missing and looks like it; undefined when it is not missing, or nothing does. */
export function misspelt(data: unknown, path: string): string | undefined {
  const names = path.split('.');
  const missing = names.pop() ?? '';
  let at: unknown = data;
  for (const name of names) at = isObject(at) ? at[name] : undefined;
  if (!isObject(at) || Array.isArray(at) || Object.hasOwn(at, missing)) return undefined;
  return Object.keys(at).find((key) => fieldName.test(key) && distance(key, missing) <= 2);
}

/** How many letters must be changed, added or taken away (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
