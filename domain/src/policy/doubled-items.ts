import type { SchemaFault } from './schema-faults.js';
import { pathText } from './path-text.js';

/** Every word or number that stands twice in one of the lists of a value, wherever that lies: mostly another was meant. */
export const doubledItems = (value: unknown, path: readonly PropertyKey[] = []): SchemaFault[] => {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, nth): SchemaFault[] =>
      typeof item === 'object'
        ? doubledItems(item, [...path, nth])
        : value.indexOf(item) < nth
          ? [{ path: pathText([...path, nth]), reason: `${item as string | number} stands there twice` }]
          : [],
    );
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => doubledItems(inner, [...path, field]));
};
