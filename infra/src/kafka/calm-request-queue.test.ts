import { createRequire } from 'node:module';
import { expect, test, vi } from 'vitest';
import { calmRequestQueue } from './calm-request-queue.js';

interface Queue {
  pending: unknown[];
  throttledUntil: number;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}
const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue/index.js') as new (
  options: object,
) => Queue;

test('a connection with nothing to send sets no timer, one with waiting requests looks again when the throttling ends', () => {
  vi.useFakeTimers();
  calmRequestQueue();
  const queue = new RequestQueue({ maxInFlightRequests: 1, requestTimeout: 1_000, logger: { debug: () => undefined } });

  queue.checkPendingRequests();
  expect(vi.getTimerCount()).toBe(0);

  queue.throttledUntil = Date.now() + 50;
  queue.pending.push({});
  const looked = vi.spyOn(queue, 'checkPendingRequests').mockReturnValue();
  queue.scheduleCheckPendingRequests();
  vi.advanceTimersByTime(49);
  expect(looked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(looked).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
