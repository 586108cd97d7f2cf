import type { BusAdmin, ConsumerOpts } from '@recourse/activities/event-bus';

/** Records a group has not committed, by `topic/partition`. Where it never committed: all records, or none if it starts at the end. */
export async function groupLag(
  admin: Pick<BusAdmin, 'endOffsets' | 'committedOffsets'>,
  { groupId, topics, fromBeginning }: Pick<ConsumerOpts, 'groupId' | 'topics' | 'fromBeginning'>,
): Promise<Readonly<Record<string, bigint>>> {
  const lag: Record<string, bigint> = {};
  for (const topic of topics) {
    // Committed first: read the other way round, a record sent and acked in between would show as negative lag.
    const committed = await admin.committedOffsets(groupId, topic);
    for (const [partition, end] of Object.entries(await admin.endOffsets(topic))) {
      lag[`${topic}/${partition}`] = end - (committed[Number(partition)] ?? (fromBeginning ? 0n : end));
    }
  }
  return lag;
}
