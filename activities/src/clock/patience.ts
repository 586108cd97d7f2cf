import { setTimeout as sleep } from 'node:timers/promises';
import { ClockStuck } from './clock-stuck.js';

// Each look costs the stores what a step of a case costs them; a case seldom takes less time than this for one.
const shortestMs = 15;
const longestMs = 60;
const growth = 1.5;

/** Waits between looks at the stores, shortly after every change and longer while nothing changes; at most `limitMs` (wall time) so. */
export class Patience {
  private since = performance.now();
  private nextMs = shortestMs;
  private last = '';
  constructor(private readonly limitMs: number) {}

  /**
   * @param left what is not at rest, for a person to read
   * @throws ClockStuck saying what is left, when it has stayed the same too long
   */
  async wait(left: readonly string[]): Promise<void> {
    const state = left.join('\n');
    if (state !== this.last) {
      this.since = performance.now();
      this.nextMs = shortestMs;
      this.last = state;
    }
    if (performance.now() - this.since > this.limitMs) {
      const more = left.length > 5 ? `; and ${left.length - 5} more` : '';
      throw new ClockStuck(`not quiet within ${this.limitMs / 1000} s: ${left.slice(0, 5).join('; ')}${more}`);
    }
    await sleep(this.nextMs);
    this.nextMs = Math.min(longestMs, this.nextMs * growth);
  }
}
