import type { EventBus } from '@recourse/activities/event-bus';
import type { Config } from '@recourse/infra/config/read-config';
import { readConfig } from '@recourse/infra/config/read-config';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { kafkaSettingsOf } from '@recourse/infra/kafka/settings-of';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { quietLog } from './quiet-log.js';

export type OpenStores = {
  config: Config;
  tenant: string;
  mongo: MongoConnection;
  bus: EventBus;
  close(): Promise<void>;
};

/** Connects a command to the stores that `env` names; Kafka connects on first use. */
export async function openStores(env: NodeJS.ProcessEnv): Promise<OpenStores> {
  const config = readConfig(env);
  const mongo = await connectMongo(config.mongo.uri);
  const bus = kafkaEventBus(kafkaSettingsOf(config.kafka, 'recourse-cli'), quietLog);
  const close = async (): Promise<void> => void (await Promise.all([bus.close(), mongo.close()]));
  return { config, tenant: config.tenant, mongo, bus, close };
}

/** Opens, works, and closes whatever happens. */
export async function withStores<T>(env: NodeJS.ProcessEnv, work: (stores: OpenStores) => Promise<T>): Promise<T> {
  const stores = await openStores(env);
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}
