import type { BusProducer } from '@recourse/activities/event-bus';
import type { PublishDeadLetter } from '@recourse/activities/intake/park-record';
import { deadLetterTopic } from '../kafka/topics.js';

/** Publishes parked records with their original key, bytes and headers, and what befell them in `dlq-` headers, to `<topic>.<group>.dlq.v1`. */
export function deadLetters(producer: BusProducer, groupId: string, wall: () => Date): PublishDeadLetter {
  return async (record, { code, field, reason }, parkedId) => {
    await producer.send([
      {
        topic: deadLetterTopic(record.topic, groupId),
        key: record.key ?? '',
        value: record.value ?? new Uint8Array(),
        headers: {
          ...record.headers,
          'dlq-code': code,
          'dlq-field': field,
          'dlq-reason': reason,
          'dlq-parked-id': parkedId,
          'dlq-parked-at': wall().toISOString(),
          'dlq-group': groupId,
          'dlq-original-topic': record.topic,
          'dlq-original-partition': String(record.partition),
          'dlq-original-offset': String(record.offset),
          'dlq-original-timestamp': String(record.timestampMs),
        },
      },
    ]);
  };
}
