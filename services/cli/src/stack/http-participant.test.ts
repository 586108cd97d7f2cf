import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { httpParticipant } from './http-participant.js';

test('a participant on the real clock does not play, says so, and is asked no more', async () => {
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    asked.push(request.url?.split('?')[0] ?? '');
    reply.statusCode = request.url === '/play' ? 409 : 200;
    reply.end(JSON.stringify({ next: '2026-01-01T00:00:00.000Z', error: 'real-clock' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const sandbox = httpParticipant('sandbox', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  expect(await sandbox.agenda('2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z');
  expect(sandbox.onRealClock()).toBe(false);
  expect(await sandbox.play('2026-01-01T00:00:00.000Z')).toEqual({ played: 0, published: 0 });
  expect(sandbox.onRealClock()).toBe(true);
  expect(await sandbox.agenda('2026-01-02T00:00:00.000Z')).toBeUndefined();
  expect(await sandbox.play('2026-01-02T00:00:00.000Z')).toEqual({ played: 0, published: 0 });

  expect(asked).toEqual(['/agenda', '/play']);
  await new Promise((resolve) => server.close(resolve));
});
