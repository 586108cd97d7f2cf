import { createRequire } from 'node:module';

interface Queue {
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  throttledUntil: number;
  readonly pending: readonly unknown[];
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const patchedVersion = '2.2.4';
const shortestWaitMs = 10;

/**
 * kafkajs 2.2.4 re-arms a timer with a negative delay for ever on every broker connection: about 870 wake-ups a second
 * while idle (tulios/kafkajs#1751). Ours arms it only while requests wait.
 * Throws on any other version of kafkajs, so that an upgrade makes someone look here again.
 */
export function calmRequestQueue(): void {
  const load = createRequire(import.meta.url);
  const { version } = load('kafkajs/package.json') as { version: string };
  if (version !== patchedVersion)
    throw new Error(
      `kafkajs ${version} found, but the request queue patch is for ${patchedVersion}: check calm-request-queue.ts`,
    );

  const RequestQueue = load('kafkajs/src/network/requestQueue/index.js') as { prototype: Queue };
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: Queue): void {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      Math.max(this.throttledUntil - Date.now(), shortestWaitMs),
    );
  };
}
