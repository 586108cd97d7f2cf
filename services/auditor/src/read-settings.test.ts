import { expect, test } from 'vitest';
import { readSettings } from './read-settings.js';

const env = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/recourse',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
};

test('without arguments the tenant of the environment is audited, told in English', () => {
  expect(readSettings({ ...env, RECOURSE_TENANT: 'acme', SANDBOX_URL: 'http://127.0.0.1:8080/' }, [])).toEqual({
    json: false,
    lang: 'en',
    settings: {
      tenant: 'acme',
      mongoUri: env.MONGODB_URI,
      kafka: { brokers: ['127.0.0.1:9092', '127.0.0.1:9093'], ssl: false },
      temporal: { address: env.TEMPORAL_ADDRESS, namespace: 'default', tls: false },
      sandboxUrl: 'http://127.0.0.1:8080',
      unlogged: [],
    },
  });
});

test('arguments go before the environment', () => {
  const { settings, json, lang } = readSettings({ ...env, RECOURSE_TENANT: 'acme' }, [
    '--tenant',
    'other',
    '--json',
    '--lang',
    'zh',
  ]);

  expect([settings.tenant, json, lang]).toEqual(['other', true, 'zh']);
});

test('channels without a receive log are named, and e-mail over SMTP is one without being named', () => {
  const unlogged = (more: NodeJS.ProcessEnv) => readSettings({ ...env, ...more }, []).settings.unlogged;

  expect(unlogged({ RECOURSE_UNLOGGED_CHANNELS: 'letter, email' })).toEqual(['letter', 'email']);
  expect(unlogged({ RECOURSE_SMTP_URL: 'smtp://127.0.0.1' })).toEqual(['email']);
});

test.each([
  [
    { ...env, RECOURSE_UNLOGGED_CHANNELS: 'E Mail' },
    [],
    'RECOURSE_UNLOGGED_CHANNELS must be channels, separated by commas',
  ],
  [{}, [], 'MONGODB_URI is not set\nKAFKA_BROKERS is not set\nTEMPORAL_ADDRESS is not set'],
  [{ ...env, MONGODB_URI: 'mongodb://user:secret@127.0.0.1' }, [], 'MONGODB_URI must be mongodb://HOST/DATABASE'],
  [{ ...env, KAFKA_BROKERS: 'kafka' }, [], 'KAFKA_BROKERS must be host:port, several separated by commas'],
  [{ ...env, RECOURSE_SANDBOX_URL: 'sandbox' }, [], 'RECOURSE_SANDBOX_URL must be an http address'],
  [env, ['--tenant', 'a/b'], '--tenant must be 1 to 64 letters, digits, dots, underscores or hyphens'],
  [env, ['--lang', 'fr'], '--lang must be en or zh'],
])('every fault is named with its setting, never with its value: %o %o', (given, args, message) => {
  expect(() => readSettings(given, args)).toThrow(message);
});

test('an unknown argument is refused', () => {
  expect(() => readSettings(env, ['--tennant', 'a'])).toThrow("Unknown option '--tennant'");
});
