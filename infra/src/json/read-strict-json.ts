import { visit } from 'jsonc-parser';

/** `path`: the field as keys and places in lists, empty for the text as a whole; a key may be anything the sender wrote. */
export type JsonFault = {
  code: 'not-json' | 'said-twice' | 'too-deep';
  path: readonly (string | number)[];
  reason: string;
};

/**
 * The value of a JSON text, or every field an object says twice: `JSON.parse` would keep the last without a word, and a hold be gone.
 * No fault repeats the text.
 */
export const readStrictJson = (text: string): { value: unknown } | { faults: JsonFault[] } => {
  const { twice, torn } = lookedThrough(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      faults: [{ code: 'not-json', path: [], reason: torn === undefined ? 'is not JSON' : `is not JSON at ${torn}` }],
    };
  }
  if (twice === undefined) return { faults: [{ code: 'too-deep', path: [], reason: 'is nested too deeply' }] };
  return twice.length > 0 ? { faults: twice } : { value };
};

/** `torn`: line and column of the first place that is no JSON. No `twice`: too deep for the stack to tell. */
const lookedThrough = (text: string): { twice?: JsonFault[]; torn?: string } => {
  const twice: JsonFault[] = [];
  const open: Set<string>[] = [];
  let torn: string | undefined;
  try {
    visit(
      text,
      {
        onObjectBegin: () => {
          open.push(new Set());
        },
        onObjectProperty: (key, _offset, _length, _line, _column, pathOfObject) => {
          const said = open.at(-1);
          if (said?.has(key))
            twice.push({ code: 'said-twice', path: [...pathOfObject(), key], reason: 'is said twice' });
          said?.add(key);
        },
        onObjectEnd: () => {
          open.pop();
        },
        onError: (_code, _offset, _length, line, column) => {
          torn ??= `line ${line + 1}, column ${column + 1}`;
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
  return { twice, ...(torn !== undefined && { torn }) };
};
