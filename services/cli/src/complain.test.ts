import { afterEach, expect, test, vi } from 'vitest';
import { complain } from './complain.js';

afterEach(() => vi.restoreAllMocks());

const said = (error: unknown): string => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(complain(error)).toBe(1);
  return told.mock.calls.flat().map(String).join('\n');
};
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

test.each([
  named('MongoNetworkError', 'connection 7 to 127.0.0.1:27017 closed'),
  named('MongoPoolClearedError', 'Connection pool for 127.0.0.1:27017 was cleared'),
  named('MongoServerError', 'interrupted at shutdown'),
  named('KafkaJSConnectionClosedError', 'Closed connection'),
])('a server lost in the middle is told in one sentence, that says to run it again: %s', (error) => {
  const text = said(error);

  expect(text).toMatch(/^recourse: a server went away meanwhile .*what was done until then stays; run the same again/);
  expect(text).not.toContain('\n');
});

test('an error that nobody foresaw keeps its stack trace', () => {
  expect(said(new Error('what is that'))).toContain('Error: what is that');
});
