import type { ParkedBecause } from '@recourse/activities/intake/loan-event';
import { readStrictJson } from '../json/read-strict-json.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a record; what is not JSON in UTF-8 is named without a word of its content. */
export function readJson(value: Uint8Array | null): { json: unknown } | { parked: ParkedBecause } {
  const malformed = (reason: string): { parked: ParkedBecause } => ({
    parked: { code: 'malformed', field: 'data', reason },
  });
  if (value === null) return malformed('is empty');
  let text: string;
  try {
    text = utf8.decode(value);
  } catch {
    return malformed('is not UTF-8');
  }
  const read = readStrictJson(text);
  if ('value' in read) return { json: read.value };
  // Which field is not told: keys too are content.
  const isTwice = read.faults.some(({ code }) => code === 'said-twice');
  return malformed(isTwice ? 'says a field twice' : 'is not JSON');
}
