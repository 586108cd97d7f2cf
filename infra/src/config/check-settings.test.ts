import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.js';
import { ConfigError } from './config-error.js';

const own = {
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  KAFKA_BROKERS: 'kafka.example:9092',
  MONGODB_URI: 'mongodb://mongo.example/recourse',
};

function faultsOf(env: NodeJS.ProcessEnv, more = [] as { variable: string; reason: string }[]) {
  try {
    checkSettings(env, more);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

test('nothing needs to be set where local servers are meant', () => {
  expect(faultsOf({})).toEqual([]);
  expect(faultsOf({ TEMPORAL_ADDRESS: '', RECOURSE_KEY: '' })).toEqual([]);
});

test('a key that is given is checked, and with servers of one’s own it must be given', () => {
  expect(faultsOf({ RECOURSE_KEY: 'short' })).toEqual([{ variable: 'RECOURSE_KEY', reason: 'must be 64 hex digits' }]);
  expect(faultsOf(own)).toEqual([{ variable: 'RECOURSE_KEY', reason: 'is not set' }]);
});

test('every fault is named at once: servers left out, a wrong level, an unknown file, and those the caller found', () => {
  const found = { variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set' };

  const faults = faultsOf(
    {
      KAFKA_BROKERS: 'nowhere',
      RECOURSE_LOG_LEVEL: 'loud',
      RECOURSE_TENANT: 'no spaces',
      RECOURSE_STAFF_URL: 'staff',
      SECANTUSD_RS: '/no/such/file',
    },
    [found],
  );

  expect(faults.map(({ variable }) => variable)).toEqual([
    'TEMPORAL_ADDRESS',
    'MONGODB_URI',
    'KAFKA_BROKERS',
    'RECOURSE_TENANT',
    'RECOURSE_STAFF_URL',
    'RECOURSE_LOG_LEVEL',
    'SECANTUSD_RS',
    'RECOURSE_SANDBOX_URL',
  ]);
  expect(faults[0]?.reason).toContain('give all three, or none');
});
