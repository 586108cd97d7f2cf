import type { ParkedBecause } from '@recourse/activities/intake/loan-event';

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
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return malformed('is not JSON');
  }
}
