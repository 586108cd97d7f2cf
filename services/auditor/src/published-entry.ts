import type { KafkaMessage } from 'kafkajs';
import { contentHash } from './content-hash.js';
import type { PublishedEntry } from './evidence.js';
import { headersOf } from './headers-of.js';

/** A record of the outgoing topic; its hash is reckoned from its bytes. Undefined: another tenant's. */
export function publishedEntry(tenant: string, message: KafkaMessage): PublishedEntry | undefined {
  const { ce_id: id = '', ce_tenant: of } = headersOf(message);
  if (of !== tenant && !id.startsWith(`${tenant}/`)) return undefined;
  return { id, contentHash: hashOf(message.value), key: message.key?.toString('utf8') ?? '' };
}

function hashOf(value: Buffer | null): string {
  try {
    return contentHash(JSON.parse(value?.toString('utf8') ?? '') as Record<string, unknown>);
  } catch {
    return 'unreadable';
  }
}
