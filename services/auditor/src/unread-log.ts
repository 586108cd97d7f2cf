import type { Batch, KafkaMessage } from 'kafkajs';

export type Take = (topic: string, partition: number, message: KafkaMessage) => void;

/** What stands on some partitions before their ends and has not been read yet. `ends`: the first offset not to read, by `topic/partition`. */
export type UnreadLog = { left(): string[]; takeBatch(batch: Batch): void; taken(): number };

/** Each record is taken once and in order, though a reader that failed begins again at the beginning. */
export function unreadLog(ends: ReadonlyMap<string, bigint>, take: Take): UnreadLog {
  const left = new Map(ends);
  const next = new Map<string, bigint>();
  let taken = 0;
  return {
    left: () => [...left.keys()],
    taken: () => taken,
    takeBatch(batch) {
      const { topic, partition, messages } = batch;
      const at = `${topic}/${partition}`;
      const end = left.get(at);
      if (end === undefined) return;
      for (const message of messages) {
        const offset = BigInt(message.offset);
        if (offset >= end || offset < (next.get(at) ?? 0n)) continue;
        take(topic, partition, message);
        next.set(at, offset + 1n);
        taken += 1;
      }
      // By the batch's own end: compaction leaves gaps.
      if (BigInt(batch.lastOffset()) >= end - 1n) left.delete(at);
    },
  };
}
