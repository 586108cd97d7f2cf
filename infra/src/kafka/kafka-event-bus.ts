import type { BusProducer, EventBus } from '@recourse/activities/event-bus';
import { kafkaAdmin } from './kafka-admin.js';
import { type KafkaConsumer, kafkaConsumer } from './kafka-consumer.js';
import type { KafkaLog } from './kafka-log.js';
import { kafkaProducer } from './kafka-producer.js';
import type { KafkaSettings } from './kafka-settings.js';
import { kafkajsClient } from './kafkajs-client.js';

const defaultSessionTimeoutMs = 10_000;
const closingMs = 5_000;

/**
 * The EventBus on Kafka by kafkajs 2.2.4. Connects on first use; throws at once when the settings name no broker.
 * `onCrashed`: a member stopped reading for good; end the process with a failure, so that its supervisor starts it again.
 */
export function kafkaEventBus(
  settings: KafkaSettings,
  log: KafkaLog,
  onCrashed?: (groupId: string, because: string) => void,
): EventBus {
  const kafka = kafkajsClient(settings, log);
  const admin = kafkaAdmin(kafka);
  const producers: BusProducer[] = [];
  const sessionTimeoutMs = settings.sessionTimeoutMs ?? defaultSessionTimeoutMs;
  const consumers: { groupId: string; member: KafkaConsumer }[] = [];

  return {
    producer() {
      const producer = kafkaProducer(kafka);
      producers.push(producer);
      return producer;
    },
    consumer(opts) {
      const member = kafkaConsumer(kafka, { opts, admin, sessionTimeoutMs, log });
      member.onState((state, because) => {
        if (state === 'crashed') onCrashed?.(opts.groupId, because ?? '');
      });
      consumers.push({ groupId: opts.groupId, member });
      return member;
    },
    admin: () => admin,
    health() {
      const states = consumers.map(({ groupId, member }) => ({
        groupId,
        state: member.state(),
        silentMs: member.silentMs(),
      }));
      const well = states.every(
        ({ state, silentMs }) => state === 'stopped' || (state === 'running' && silentMs < sessionTimeoutMs),
      );
      return { ok: well, consumers: states };
    },
    async close() {
      await Promise.all(consumers.map(({ member }) => member.stop(closingMs)));
      await Promise.all(producers.map((producer) => producer.close()));
      await admin.close();
    },
  };
}
