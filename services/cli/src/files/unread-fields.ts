import { fieldName } from './field-name.js';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Places of the fields that were told and not read, below `path`; a name that is none of ours is not repeated. */
export const unreadFields = (told: Json, read: Json, path: string): string[] =>
  Object.entries(told).flatMap(([name, value]) => {
    const index = Array.isArray(told);
    if (!Object.hasOwn(read, name)) return [index || fieldName.test(name) ? `${path}.${name}` : `a field of ${path}`];
    const taken = read[name];
    return isObject(value) && isObject(taken) ? unreadFields(value, taken, `${path}.${name}`) : [];
  });
