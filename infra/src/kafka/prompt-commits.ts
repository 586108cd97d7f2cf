import type { EachBatchPayload } from 'kafkajs';

const commitEveryMs = 20;

/**
 * Commits what was acked while a batch is still being handled, at most every 20 ms, so that a slow record does not hide
 * the progress before it. kafkajs itself commits when the batch ends.
 */
export function promptCommits(batch: EachBatchPayload): { acked(): void; settle(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  return {
    acked() {
      timer ??= setTimeout(() => {
        // A failed commit is not lost: the offset stays resolved and kafkajs commits it again when the batch ends, and deals with the error there.
        running = batch.commitOffsetsIfNecessary(batch.uncommittedOffsets()).catch(() => undefined);
        timer = undefined;
      }, commitEveryMs);
    },
    async settle() {
      clearTimeout(timer);
      await running;
    },
  };
}
