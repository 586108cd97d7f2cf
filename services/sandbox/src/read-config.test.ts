import { expect, test } from 'vitest';
import { readConfig } from './read-config.js';

test('brokers are all that is needed; every fault is named at once', () => {
  expect(readConfig({ KAFKA_BROKERS: 'a:1, b:2', PORT: '' })).toEqual({
    brokers: ['a:1', 'b:2'],
    port: 0,
    clock: 'test',
    ssl: false,
  });
  expect(() => readConfig({ PORT: 'x', SANDBOX_CLOCK: 'fast' })).toThrow(
    'the settings are not usable:\n  KAFKA_BROKERS: is not set\n  PORT: must be a port\n  SANDBOX_CLOCK: must be test or real',
  );
});
