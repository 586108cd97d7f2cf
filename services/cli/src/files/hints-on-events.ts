import type { FileEvent } from './read-event-file.js';

/** What an event of our contract may name a field; anything else came from elsewhere and is not repeated. */
const fieldName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const unreadFields = (told: Json, read: Json, path: string): string[] =>
  Object.entries(told).flatMap(([name, value]) => {
    const index = Array.isArray(told);
    if (!Object.hasOwn(read, name)) return [index || fieldName.test(name) ? `${path}.${name}` : `a field of ${path}`];
    const taken = read[name];
    return isObject(value) && isObject(taken) ? unreadFields(value, taken, `${path}.${name}`) : [];
  });

/**
 * Fields that ingest takes no notice of: not wrong, since servicing may add some before we read them, but in a file perhaps a slip of
 * the pen.
 */
export function hintsOnEvents(events: readonly FileEvent[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { line, event, row } of events) {
    const { type: _type, eventId: _id, occurredAt: _at, ...data } = event.fact;
    for (const field of unreadFields(row['data'] as Json, data, 'data'))
      lines.set(field, [...(lines.get(field) ?? []), line]);
  }
  return [...lines].map(
    ([field, [first, ...more]]) =>
      `note: ${field} is not read (line ${first}${more.length > 0 ? ` and ${more.length} more` : ''})`,
  );
}
