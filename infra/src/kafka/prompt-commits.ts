import { setTimeout as pause } from 'node:timers/promises';
import type { EachBatchPayload } from 'kafkajs';

const commitEveryMs = 20;
const firstRetryMs = 100;
const longestRetryMs = 1_000;

/**
 * Commits what was acked while a batch is still being handled, at most every 20 ms, so that a slow record does not hide
 * the progress before it; and sees to it that all of it is committed when the batch ends. kafkajs itself commits then too, but after a
 * broken connection it goes on reading behind what it could not commit, and says so only with the next record, whenever that comes.
 */
export function promptCommits(batch: EachBatchPayload): {
  acked(): void;
  /** Resolves when all is committed, or the broker has refused, or `isOver`: then what was not committed comes again. */
  settle(isOver: () => boolean): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const commit = (): Promise<void> => batch.commitOffsetsIfNecessary(batch.uncommittedOffsets());

  return {
    acked() {
      timer ??= setTimeout(() => {
        running = commit().catch(() => undefined); // again at the end
        timer = undefined;
      }, commitEveryMs);
    },
    async settle(isOver) {
      clearTimeout(timer);
      await running;
      for (let waitMs = firstRetryMs; !isOver(); waitMs = Math.min(longestRetryMs, 2 * waitMs)) {
        try {
          return await commit();
        } catch (error) {
          // An answer of the broker, not trouble on the way to it: kafkajs asks once more, hears the same, and joins anew.
          if ((error as { type?: unknown }).type !== undefined) return;
          await pause(waitMs);
        }
      }
    },
  };
}
