import { expect, test } from 'vitest';
import { ConfigError } from '../config/config-error.js';
import { useServers } from './use-servers.js';

const report = () => undefined;
const own = {
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  KAFKA_BROKERS: 'kafka.example:9092',
  MONGODB_URI: 'mongodb://mongo.example/recourse',
};

test('servers named by the environment are used as they are and never stopped', async () => {
  const used = await useServers(own, { report });

  expect(used).toMatchObject({ env: own });
  expect(used.local).toBeUndefined();
});

test('naming only some of the servers is refused, naming those that are missing', async () => {
  const refused = await useServers({ KAFKA_BROKERS: own.KAFKA_BROKERS }, { report }).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(ConfigError);
  expect((refused as ConfigError).faults).toEqual([
    { variable: 'TEMPORAL_ADDRESS', reason: expect.stringContaining('although KAFKA_BROKERS is') as string },
    { variable: 'MONGODB_URI', reason: expect.stringContaining('give all three, or none') as string },
  ]);
});
