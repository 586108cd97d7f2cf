import type { Config } from '../config/read-config.js';
import type { KafkaSettings } from './kafka-settings.js';

/** The Kafka part of the configuration as the adapter takes it. */
export function kafkaSettingsOf({ brokers, ssl, sasl }: Config['kafka'], clientId: string): KafkaSettings {
  return { brokers, clientId, ...(ssl ? { tls: true } : {}), ...(sasl ? { sasl } : {}) };
}
