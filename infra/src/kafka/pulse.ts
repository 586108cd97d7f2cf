import type { EachBatchPayload } from 'kafkajs';

const beatEveryMs = 1_000;

/** The broker's answers that mean: your partitions are someone else's now. In a rebalance the record in hand may still be finished and committed. */
const notOurs: readonly unknown[] = ['ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'FENCED_INSTANCE_ID'];

/** Keeps the membership alive while a handler runs, however long it takes. */
export interface Pulse {
  /** Aborted when the broker no longer knows us as the owner of the partition. */
  readonly lost: AbortSignal;
  beat(): Promise<void>;
  /** Throws what a beat was told, so that kafkajs joins the group again. */
  check(): void;
  stop(): void;
}

export function pulse(batch: EachBatchPayload): Pulse {
  const lost = new AbortController();
  let told: unknown;

  async function beat(): Promise<void> {
    try {
      await batch.heartbeat();
    } catch (error) {
      told = error;
      if (notOurs.includes((error as { type?: unknown }).type)) lost.abort(error);
    }
  }

  const timer = setInterval(() => void beat(), beatEveryMs);
  return {
    lost: lost.signal,
    beat,
    check() {
      if (told !== undefined) throw told;
    },
    stop() {
      clearInterval(timer);
    },
  };
}
