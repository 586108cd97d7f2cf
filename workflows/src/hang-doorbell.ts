import { condition, defineSignal, setHandler } from '@temporalio/workflow';
import { oneLine } from './one-line.js';

/** The only message to a running case: something is in its inbox, or its clock has moved. It carries nothing. */
export const ring = defineSignal('ring');

export type Doorbell = {
  /**
   * Waits until rung or until `dueInMs` has passed, and says whether it was rung. A ring that came before counts, once.
   * `dueInMs` absent: waits until rung. 0 or less: does not wait, and leaves no timer in the history.
   */
  rangWithin(dueInMs: number | undefined, summary: string): Promise<boolean>;
  /** Forgets what has rung until now. */
  answer(): void;
};

/** Rings that come while nobody waits are kept; many are as good as one. */
export function hangDoorbell(): Doorbell {
  let rung = false;
  setHandler(ring, () => {
    rung = true;
  });
  const wasRung = () => rung;

  return {
    async rangWithin(dueInMs, summary) {
      if (!rung && dueInMs === undefined) await condition(wasRung);
      else if (!rung && dueInMs !== undefined && dueInMs > 0)
        await condition(wasRung, dueInMs, { summary: oneLine(summary) });
      const answer = rung;
      rung = false;
      return answer;
    },
    answer() {
      rung = false;
    },
  };
}
