import type { KafkaLog } from '@recourse/infra/kafka/kafka-log';

/** A command says what went wrong itself; only trouble of the adapter's own is worth a line. */
export const quietLog: KafkaLog = (level, message) => {
  if (level === 'error') console.error(message);
};
