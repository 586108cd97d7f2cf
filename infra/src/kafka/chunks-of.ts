import type { OutRecord } from '@recourse/activities/event-bus';
import { mostRecordBytes, recordBytes } from './record-bytes.js';

/** kafkajs copies its arrays once per message: 10 000 in one call block the event loop for a quarter of a second, 500 for some ms. */
const mostRecords = 500;

/** Cuts records, in their order, into requests the broker takes: one partition's batch may not exceed its `message.max.bytes`. */
export function chunksOf<T extends OutRecord>(records: readonly T[]): T[][] {
  const chunks: T[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = recordBytes(record);
    const last = chunks.at(-1);
    if (last && last.length < mostRecords && bytes + size <= mostRecordBytes) {
      last.push(record);
      bytes += size;
    } else {
      chunks.push([record]);
      bytes = size;
    }
  }
  return chunks;
}
