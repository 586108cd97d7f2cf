import { afterEach, expect, test, vi } from 'vitest';
import { sandboxRequest } from './sandbox-request.js';

afterEach(() => vi.restoreAllMocks());
const answering = (text: string): void =>
  void vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(text));
const asked = () => sandboxRequest('http://sandbox', 'POST', ['messages', 'm-1'], {});

test('an answer is read as JSON, and nothing is an answer too', async () => {
  answering('{"status":"accepted"}');
  expect(await asked()).toEqual({ status: 200, body: { status: 'accepted' } });
  answering('');
  expect(await asked()).toEqual({ status: 200, body: undefined });
});

test.each([
  ['{"status":"accepted","status":"rejected"}', 'messages m-1 answered what is said twice'],
  ['{"status":', 'messages m-1 answered what is not JSON'],
])(
  'an answer that says two things, or nothing that can be read, leaves open whether it was taken: %s',
  async (text, reason) => {
    answering(text);
    await expect(asked()).rejects.toThrow(reason);
  },
);
