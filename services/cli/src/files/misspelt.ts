import { lettersBetween } from '../words/letters-between.js';
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
  return Object.keys(at).find((key) => fieldName.test(key) && lettersBetween(key, missing) <= 2);
}
