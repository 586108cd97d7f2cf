import { setTimeout as sleep } from 'node:timers/promises';
import { ClockStuck } from './clock-stuck.js';

const shortestMs = 4;
const longestMs = 20;

/** Waits between looks at the stores: shortly at first, longer later, at most `limitMs` (wall time) without anything changing. */
export class Patience {
  private since = performance.now();
  private waits = 0;
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
      this.last = state;
    }
    if (performance.now() - this.since > this.limitMs) {
      throw new ClockStuck(
        `not quiet within ${this.limitMs / 1000} s: ${left.slice(0, 5).join('; ')}${left.length > 5 ? `; and ${left.length - 5} more` : ''}`,
      );
    }
    this.waits += 1;
    await sleep(Math.min(longestMs, shortestMs + this.waits));
  }
}
