import type { InRecord } from '@recourse/activities/event-bus';
import type { Kafka } from 'kafkajs';
import { inRecord } from './in-record.js';

interface Range {
  readonly topic: string;
  readonly partition: number;
  /** At or after the start of the log. */
  readonly from: bigint;
  /** At or before its end, after `from`. */
  readonly to: bigint;
}

/** kafkajs cannot read without a group: `groupId` is a throw-away one that commits nothing; the caller deletes it. */
export async function readRange(kafka: Kafka, groupId: string, range: Range): Promise<InRecord[]> {
  const { topic, partition, from, to } = range;
  const consumer = kafka.consumer({ groupId, minBytes: 1, maxWaitTimeInMs: 100, allowAutoTopicCreation: false });
  const found: InRecord[] = [];
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatchAutoResolve: true,
          eachBatch: ({ batch, pause }) => {
            if (batch.partition !== partition) {
              pause();
              return Promise.resolve();
            }
            for (const message of batch.messages) {
              const record = inRecord(topic, partition, message);
              if (record.offset >= from && record.offset < to) found.push(record);
            }
            // By the batch's last offset, not the record's: compaction and control records leave gaps.
            if (BigInt(batch.lastOffset()) >= to - 1n) resolve();
            return Promise.resolve();
          },
        })
        .catch(reject);
      consumer.seek({ topic, partition, offset: from.toString() });
    });
    return found;
  } finally {
    await consumer.disconnect();
  }
}
