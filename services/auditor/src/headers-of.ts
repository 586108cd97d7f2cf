import type { KafkaMessage } from 'kafkajs';

/** Headers of one value each, as text. */
export const headersOf = ({ headers = {} }: Pick<KafkaMessage, 'headers'>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)]));

const textOf = (value: unknown): string | undefined =>
  Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : undefined;
