import { expect, test } from 'vitest';
import { ConfigError } from './config-error.js';
import { readConfig } from './read-config.js';

const least = {
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  KAFKA_BROKERS: 'a.example:9092, b.example:9092',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/recourse?replicaSet=rs0',
  RECOURSE_KEY: 'ab'.repeat(32),
};

function faultsOf(env: NodeJS.ProcessEnv) {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('was accepted');
}

test('the four needed settings are enough; an empty one counts as not set', () => {
  expect(readConfig({ ...least, RECOURSE_TENANT: '' })).toEqual({
    temporal: { address: '127.0.0.1:7233', namespace: 'default' },
    kafka: { brokers: ['a.example:9092', 'b.example:9092'], ssl: false },
    mongo: { uri: least.MONGODB_URI },
    kekHex: least.RECOURSE_KEY,
    tenant: 'demo',
    api: { host: '127.0.0.1', port: 0, keys: [] },
    logLevel: 'info',
  });
});

test('an API key or a certificate authority turns encryption to Temporal on', () => {
  expect(readConfig({ ...least, TEMPORAL_API_KEY: 'k' }).temporal).toMatchObject({ tls: {}, apiKey: 'k' });
  expect(readConfig({ ...least, TEMPORAL_TLS_CA: import.meta.filename }).temporal.tls?.serverRootCA).toBeInstanceOf(
    Buffer,
  );
});

test('all faults are listed at once, each with its variable and reason', () => {
  const { faults } = faultsOf({
    KAFKA_BROKERS: 'nowhere',
    MONGODB_URI: 'mongodb://127.0.0.1',
    RECOURSE_KEY: 'short',
    RECOURSE_LOG_LEVEL: 'loud',
  });

  expect(faults).toEqual([
    { variable: 'TEMPORAL_ADDRESS', reason: 'is not set' },
    { variable: 'KAFKA_BROKERS', reason: 'must be host:port, several separated by commas' },
    { variable: 'MONGODB_URI', reason: 'must be mongodb://HOST/DATABASE' },
    { variable: 'RECOURSE_KEY', reason: 'must be 64 hex digits' },
    { variable: 'RECOURSE_LOG_LEVEL', reason: 'must be fatal, error, warn, info, debug, trace or silent' },
  ]);
});

test('settings that belong together are missed when only some are given', () => {
  const { faults } = faultsOf({ ...least, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'u' });

  expect(faults).toEqual([
    {
      variable: 'KAFKA_SASL_PASSWORD',
      reason: 'is not set, but belongs to KAFKA_SASL_MECHANISM and KAFKA_SASL_USERNAME',
    },
  ]);
});

test('servicing and directory are asked where they are named, each with its token, and a token alone is missed its address', () => {
  const config = readConfig({
    ...least,
    RECOURSE_SERVICING_URL: 'https://core.example/api/',
    RECOURSE_SERVICING_TOKEN: 'secret',
    RECOURSE_DIRECTORY_URL: 'http://127.0.0.1:1',
  });
  expect(config.servicing).toEqual({ url: 'https://core.example/api', token: 'secret' });
  expect(config.directory).toEqual({ url: 'http://127.0.0.1:1' });

  const { faults } = faultsOf({ ...least, RECOURSE_SERVICING_URL: 'core', RECOURSE_DIRECTORY_TOKEN: 'secret' });
  expect(faults).toEqual([
    { variable: 'RECOURSE_SERVICING_URL', reason: 'must be an http address' },
    { variable: 'RECOURSE_DIRECTORY_URL', reason: 'is not set, but belongs to RECOURSE_DIRECTORY_TOKEN' },
  ]);
});

test('a token goes out encrypted, or not off the machine', () => {
  const token = { RECOURSE_SERVICING_TOKEN: 'secret', RECOURSE_DIRECTORY_TOKEN: 'secret' };

  const { faults } = faultsOf({
    ...least,
    ...token,
    RECOURSE_SERVICING_URL: 'http://core.example/api',
    RECOURSE_DIRECTORY_URL: 'http://10.0.0.1',
  });

  expect(faults).toEqual([
    {
      variable: 'RECOURSE_SERVICING_URL',
      reason: 'must be https, for RECOURSE_SERVICING_TOKEN would go out in clear',
    },
    {
      variable: 'RECOURSE_DIRECTORY_URL',
      reason: 'must be https, for RECOURSE_DIRECTORY_TOKEN would go out in clear',
    },
  ]);
  const onThisMachine = { RECOURSE_SERVICING_URL: 'http://localhost:1', RECOURSE_DIRECTORY_URL: 'http://[::1]:1' };
  expect(() => readConfig({ ...least, ...token, ...onThisMachine })).not.toThrow();
});

test('a secret never appears in the error', () => {
  const secret = 'do-not-print-me';

  const { message } = faultsOf({ ...least, RECOURSE_KEY: secret, MONGODB_URI: `mongodb://u:${secret}@h` });

  expect(message).toContain('RECOURSE_KEY: must be 64 hex digits');
  expect(message).not.toContain(secret);
});

test.each([
  ['RECOURSE_SERVICING_URL', 'http://core.example/api?x=1', 'must not have ? or # in it'],
  ['RECOURSE_SERVICING_URL', 'http://core.example/#loans', 'must not have ? or # in it'],
  ['RECOURSE_DIRECTORY_URL', 'http://u:p@core.example', 'must not have a user or password in it'],
  ['RECOURSE_DIRECTORY_URL', 'http://core.example:0/api', 'has no port from 1 to 65535'],
  ['RECOURSE_SMTP_URL', 'smtp://h:25/path', 'must end after host and port'],
  ['RECOURSE_SMTP_URL', 'smtp://h:25?x=1', 'must not have ? or # in it'],
  ['RECOURSE_SMTP_URL', 'smtp://u:p@h:99999', 'has no port from 1 to 65535'],
  ['RECOURSE_SMTP_URL', 'http://h:25', 'must be an smtp or smtps address'],
  ['RECOURSE_SMTP_FROM', 'X<a@b', 'must be an e-mail address, or NAME <ADDRESS>'],
  ['RECOURSE_SMTP_FROM', 'a@b>', 'must be an e-mail address, or NAME <ADDRESS>'],
  ['RECOURSE_SMTP_FROM', 'a@b, c@d', 'must be an e-mail address, or NAME <ADDRESS>'],
])('%s as %s is refused', (variable, value, reason) => {
  const mail = { RECOURSE_SMTP_URL: 'smtp://u:p%40@mail.example:587', RECOURSE_SMTP_FROM: 'a@b.example' };

  expect(() => readConfig({ ...least, ...mail, RECOURSE_SMTP_FROM: 'The Bank <a@b.example>' })).not.toThrow();
  expect(faultsOf({ ...least, ...mail, [variable]: value }).faults).toEqual([{ variable, reason }]);
});
