import type { InRecord } from '@recourse/activities/event-bus';
import type { IHeaders, KafkaMessage } from 'kafkajs';

/** A kafkajs message as the port shows it. */
export function inRecord(topic: string, partition: number, message: KafkaMessage): InRecord {
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    key: message.key === null ? null : message.key.toString('utf8'),
    value: message.value,
    headers: readHeaders(message.headers ?? {}),
    timestampMs: Number(message.timestamp),
  };
}

function readHeaders(headers: IHeaders): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, given] of Object.entries(headers)) {
    const last = Array.isArray(given) ? given.at(-1) : given;
    if (last !== undefined) read[name] = last.toString('utf8');
  }
  return read;
}
