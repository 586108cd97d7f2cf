import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { Settings } from './read-settings.js';

/** Silent: what it has to say comes as errors. */
export function kafkaClient({ brokers, ssl, sasl }: Settings['kafka']): Kafka {
  return new Kafka({
    clientId: 'recourse-auditor',
    brokers,
    ssl,
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    ...(sasl && { sasl: sasl as SASLOptions }),
  });
}
