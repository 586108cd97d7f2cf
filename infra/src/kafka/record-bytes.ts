import type { OutRecord } from '@recourse/activities/event-bus';

/**
 * The largest record we publish, in bytes of key, value and headers. Brokers refuse batches over 1 MiB (`message.max.bytes`), and a parked
 * record is published once more with headers of ours.
 */
export const mostRecordBytes = 900_000;

/** What a record takes in its batch, but for some bytes of framing. */
export function recordBytes({ key, value, headers }: Pick<OutRecord, 'key' | 'value' | 'headers'>): number {
  const framing = 32;
  return Object.entries(headers).reduce(
    (sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(String(text)) + 10,
    Buffer.byteLength(key ?? '') + value.byteLength + framing,
  );
}
