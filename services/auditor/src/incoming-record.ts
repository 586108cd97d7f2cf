import { createHash } from 'node:crypto';
import type { KafkaMessage } from 'kafkajs';
import type { IncomingRecord } from './evidence.js';
import { headersOf } from './headers-of.js';

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
  const payment = /\.payment-received\./.test(type ?? '') ? paymentIn(message.value) : undefined;
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
    ...(payment && { payment }),
  };
}

function paymentIn(value: Buffer | null): IncomingRecord['payment'] {
  try {
    const { paymentId, amount } = JSON.parse(value?.toString('utf8') ?? '') as {
      paymentId?: unknown;
      amount?: unknown;
    };
    return typeof paymentId === 'string' && typeof amount === 'number' ? { paymentId, amount } : undefined;
  } catch {
    return undefined;
  }
}
