import type { BusAdmin } from '../event-bus.js';
import type { PartitionBehind } from './quiet-probe.js';

/** The partitions of `topics` in which `groupId`, which starts at the oldest record, has not committed every record. */
export async function ingestBehind(
  admin: Pick<BusAdmin, 'endOffsets' | 'committedOffsets'>,
  groupId: string,
  topics: readonly string[],
): Promise<PartitionBehind[]> {
  const each = await Promise.all(
    topics.map(async (topic) => {
      const [ends, committed] = await Promise.all([admin.endOffsets(topic), admin.committedOffsets(groupId, topic)]);
      return Object.entries(ends).map(([partition, end]) => ({
        partition: `${topic}/${partition}`,
        records: end - (committed[Number(partition)] ?? 0n),
      }));
    }),
  );
  return each.flat().filter(({ records }) => records > 0n);
}
