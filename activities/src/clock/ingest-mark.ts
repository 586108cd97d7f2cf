import type { BusAdmin } from '../event-bus.js';
import type { PartitionBehind } from './quiet-probe.js';

/**
 * Notes where `topics` end, and answers with the question which of their partitions `groupId`, which starts at the oldest record, has
 * not committed so far. The ends are asked once, since a test clock asks the rest many times a second.
 */
export async function ingestMark(
  admin: Pick<BusAdmin, 'endOffsets' | 'committedOffsets'>,
  groupId: string,
  topics: readonly string[],
): Promise<() => Promise<PartitionBehind[]>> {
  let marks = await Promise.all(topics.map(async (topic) => ({ topic, ends: await admin.endOffsets(topic) })));
  return async () => {
    const left = await Promise.all(
      marks.map(async ({ topic, ends }) => {
        const committed = await admin.committedOffsets(groupId, topic);
        const behind = Object.entries(ends)
          .map(([partition, end]) => ({
            partition: `${topic}/${partition}`,
            records: end - (committed[Number(partition)] ?? 0n),
          }))
          .filter(({ records }) => records > 0n);
        return { topic, ends, behind };
      }),
    );
    // What it has once come to it stays at.
    marks = left.filter(({ behind }) => behind.length > 0);
    return left.flatMap(({ behind }) => behind);
  };
}
