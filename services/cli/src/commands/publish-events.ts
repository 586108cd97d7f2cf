import { eventReader } from '../files/event-reader.js';
import { hintsOnEvents } from '../files/hints-on-events.js';
import { hintsOnTenants } from '../files/hints-on-tenants.js';
import { readEventFile } from '../files/read-event-file.js';
import type { OpenStores } from '../stack/open-stores.js';

/**
 * Publishes a file of CloudEvents, all of them or none: every line is checked first.
 * @returns what to say of it. @throws BadLines
 */
export async function publishEvents({ bus, tenant }: OpenStores, file: string): Promise<string[]> {
  const events = readEventFile(file, eventReader());
  await bus.producer().send(events.map(({ record }) => record));
  return [
    `${events.length} ${events.length === 1 ? 'event' : 'events'} published`,
    ...hintsOnTenants(events, tenant),
    ...(events.length === 0
      ? [`note: ${file === '-' ? 'standard input' : file} has no events`]
      : hintsOnEvents(events)),
  ];
}
