import { Kafka, type KafkaConfig, type SASLOptions, logLevel } from 'kafkajs';
import { calmKafkajsLog } from './calm-kafkajs-log.js';
import { calmRequestQueue } from './calm-request-queue.js';
import type { KafkaLog } from './kafka-log.js';
import type { KafkaSettings } from './kafka-settings.js';

/** A kafkajs client with our guards. Throws when the settings name no broker or kafkajs is not the version we patch. */
export function kafkajsClient(settings: KafkaSettings, log: KafkaLog): Kafka {
  if (settings.brokers.length === 0) throw new Error('Kafka: no brokers given');
  calmRequestQueue();
  return new Kafka({
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries: 8 },
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
