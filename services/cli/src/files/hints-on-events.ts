import { fieldName } from './field-name.js';
import { attributes, type FileEvent } from './read-event-file.js';
import { unreadFields } from './unread-fields.js';

/** Attributes of CloudEvents that say nothing to us, and are no slip of the pen. */
const taken = new Set<string>([...attributes, 'specversion', 'data', 'datacontenttype', 'dataschema', 'subject']);

/**
 * Fields and attributes that ingest takes no notice of: not wrong, since servicing may add some before we read them, but in a file perhaps a slip of
 * the pen.
 */
export function hintsOnEvents(events: readonly FileEvent[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { line, event, row } of events) {
    const { type: _type, eventId: _id, occurredAt: _at, ...data } = event.fact;
    const beside = Object.keys(row).filter((name) => !taken.has(name));
    const unread = beside.map((name) => (fieldName.test(name) ? name : 'an attribute of the event'));
    for (const field of [...unread, ...unreadFields(row['data'] as Record<string, unknown>, data, 'data')])
      lines.set(field, [...(lines.get(field) ?? []), line]);
  }
  return [...lines].map(
    ([field, [first, ...more]]) =>
      `note: ${field} is not read (line ${first}${more.length > 0 ? ` and ${more.length} more` : ''})`,
  );
}
