import type { KafkaLog } from '../kafka/kafka-log.js';
import type { ServiceLog } from './service-log.js';

/** What the Kafka adapter reports goes into the service's log. */
export function kafkaLogTo(log: ServiceLog): KafkaLog {
  return (level, message, fields) => log[level]({ from: 'kafka', ...fields }, message);
}
