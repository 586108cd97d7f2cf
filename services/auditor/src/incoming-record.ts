import { createHash } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { IncomingRecord } from './evidence.js';
import { headersOf } from './headers-of.js';
import { newsIn, type News } from './news.js';

/** A record of an incoming topic, whatever may be wrong with it. */
export function incomingRecord(
  about: IncomingRecord['about'],
  topic: string,
  partition: number,
  message: KafkaMessage,
): IncomingRecord {
  const headers = headersOf(message);
  const key = message.key?.toString('utf8') ?? '';
  const [keyTenant, keyThing] = key.includes('|')
    ? [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)]
    : [];
  const {
    ce_id: id,
    ce_source: source,
    ce_type: type,
    ce_tenant: tenant = keyTenant,
    ce_loan: loan = keyThing,
    ce_attempt: attempt,
  } = headers;
  const news = about === 'loan' ? newsOf(type, message.value) : [];
  return {
    about,
    place: `${topic}/${partition}/${message.offset}`,
    bytes: createHash('sha256')
      .update(`${type}\n`)
      .update(message.value ?? '')
      .digest('hex'),
    ...(tenant && { tenant }),
    ...(id && { id }),
    ...(source && { source }),
    ...(type && { type }),
    ...(about === 'loan' && loan && { loan }),
    ...(attempt && { attempt }),
    ...(news.length > 0 && { news }),
  };
}

function newsOf(type: string | undefined, value: Buffer | null): News[] {
  try {
    return newsIn(type ?? '', JSON.parse(value?.toString('utf8') ?? '') as Record<string, unknown>);
  } catch {
    return [];
  }
}
