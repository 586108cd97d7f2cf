import { ConfigError } from '@recourse/infra/config/config-error';
import { expect, test } from 'vitest';
import { readStaffSettings } from './staff-settings.js';

test('only the address of the outside world is needed', () => {
  expect(readStaffSettings({ RECOURSE_SANDBOX_URL: 'http://127.0.0.1:1', STAFF_CLOCK: '' })).toEqual({
    clock: 'test',
    port: 0,
    seed: 'staff',
    habits: 'human',
    sandboxUrl: 'http://127.0.0.1:1',
  });
});

test('every fault is named at once', () => {
  const refused = (): unknown => readStaffSettings({ STAFF_CLOCK: 'sun', STAFF_HABITS: 'odd', PORT: '70000' });

  expect(refused).toThrow(ConfigError);
  expect(refused).toThrow(
    /STAFF_CLOCK: must be test or real\n +STAFF_HABITS: must be human or punctual\n +PORT: must be a port\n +RECOURSE_SANDBOX_URL: is not set/,
  );
});
