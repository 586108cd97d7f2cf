import { eventReader } from '../files/event-reader.js';
import { readEventFile } from '../files/read-event-file.js';
import type { OpenStores } from '../stack/open-stores.js';

/**
 * Publishes a file of CloudEvents, all of them or none: every line is checked first.
 * @returns how many were published. @throws BadLines
 */
export async function publishEvents({ bus }: OpenStores, file: string): Promise<number> {
  const events = readEventFile(file, eventReader());
  await bus.producer().send(events.map(({ record }) => record));
  return events.length;
}
