import { expect, test } from 'vitest';
import { isLoopback } from './is-loopback.js';

test.each([
  ['http://localhost:1', true],
  ['http://127.0.0.1', true],
  ['http://127.1.2.3:80/api', true],
  ['http://[::1]:80', true],
  ['smtp://u:p@127.0.0.1:25', true],
  ['smtp://[::1]:25', true],
  ['http://127.0.0.1.example', false],
  ['http://localhost.example', false],
  ['http://0.0.0.0', false],
  ['http://10.0.0.1', false],
  ['http://core', false],
])('%s stays on the machine: %s', (url, stays) => {
  expect(isLoopback(new URL(url).hostname)).toBe(stays);
});
