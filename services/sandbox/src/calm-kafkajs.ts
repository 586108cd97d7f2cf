import { createRequire } from 'node:module';

type Queue = {
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  throttledUntil: number;
  readonly pending: readonly unknown[];
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
};

/** kafkajs 2.2.4 keeps a timer with a negative delay armed on every connection, 870 wake-ups a second while idle (tulios/kafkajs#1751). */
export function calmKafkajs(): void {
  const load = createRequire(import.meta.url);
  const { version } = load('kafkajs/package.json') as { version: string };
  if (version !== '2.2.4') throw new Error(`kafkajs ${version} found, the patch in calm-kafkajs.ts is for 2.2.4`);

  const { prototype } = load('kafkajs/src/network/requestQueue/index.js') as { prototype: Queue };
  prototype.scheduleCheckPendingRequests = function (this: Queue): void {
    if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
    const check = () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    };
    this.throttleCheckTimeoutId = setTimeout(check, Math.max(this.throttledUntil - Date.now(), 10));
  };
}
