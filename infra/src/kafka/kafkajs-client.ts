import { Kafka, type KafkaConfig, type RetryOptions, type SASLOptions, logLevel } from 'kafkajs';
import { calmKafkajsLog } from './calm-kafkajs-log.js';
import { calmRequestQueue } from './calm-request-queue.js';
import type { KafkaLog } from './kafka-log.js';
import type { KafkaSettings } from './kafka-settings.js';

/** kafkajs retries inside retries: each layer short, or a broker back from an outage is noticed half a minute late. */
export const patience: RetryOptions = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 };

/** A kafkajs client with our guards. Throws when the settings name no broker or kafkajs is not the version we patch. */
export function kafkajsClient(settings: KafkaSettings, log: KafkaLog): Kafka {
  if (settings.brokers.length === 0) throw new Error('Kafka: no brokers given');
  calmRequestQueue();
  return new Kafka({
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    retry: patience,
    logLevel: logLevel.INFO,
    logCreator: calmKafkajsLog(log),
    ...transport(settings),
  });
}

function transport({ tls, sasl }: KafkaSettings): Pick<KafkaConfig, 'ssl' | 'sasl'> {
  return {
    ...(tls === undefined ? {} : { ssl: tls }),
    ...(sasl === undefined ? {} : { sasl: { ...sasl } as SASLOptions }),
  };
}
