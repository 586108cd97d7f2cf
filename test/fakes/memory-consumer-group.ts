import type { InRecord, PartitionOffsets } from '@recourse/activities/event-bus';

/** What a group asks of a member: handle this record; false means it was not acked and must come again. */
export interface GroupMember {
  readonly topics: readonly string[];
  readonly fromBeginning: boolean;
  /** Not while it is paused, stopping, waiting after trouble in this partition, or busy with as many partitions as it may. */
  canTake(topic: string, partition: number): boolean;
  take(record: InRecord): Promise<boolean>;
  /** The share of partitions is about to change or has changed. */
  rebalancing(): void;
  settled(): void;
}

export interface MemoryGroup {
  join(member: GroupMember): void;
  leave(member: GroupMember): void;
  /** Something may be possible now: a record written, a member resumed. */
  wake(): void;
  committed(topic: string): PartitionOffsets;
  rewind(topic: string): void;
  /** The topic is gone. */
  forget(topic: string): void;
}

interface Cursor {
  readonly topic: string;
  readonly partition: number;
  next: bigint;
  committed: boolean;
  busy: boolean;
}

/** One cursor per partition, at most one record of it in hand, handed to the member that owns the partition at that moment. */
export function memoryGroup(logOf: (topic: string) => readonly (readonly InRecord[])[]): MemoryGroup {
  const cursors = new Map<string, Cursor>();
  const members: GroupMember[] = [];

  function ownerOf({ topic, partition }: Cursor): GroupMember | undefined {
    const candidates = members.filter((member) => member.topics.includes(topic));
    return candidates[partition % candidates.length];
  }

  async function handle(cursor: Cursor, owner: GroupMember, record: InRecord): Promise<void> {
    cursor.busy = true;
    const acked = await owner.take(record);
    cursor.busy = false;
    if (acked && cursor.next === record.offset) {
      cursor.next += 1n;
      cursor.committed = true;
    }
    wake();
  }

  function wake(): void {
    setImmediate(() => {
      for (const cursor of cursors.values()) {
        const record = logOf(cursor.topic)[cursor.partition]?.[Number(cursor.next)];
        const owner = ownerOf(cursor);
        if (record && owner && !cursor.busy && owner.canTake(cursor.topic, cursor.partition))
          void handle(cursor, owner, record);
      }
    });
  }

  /** Tells those who were there before and still are. */
  function shareAnew(others: readonly GroupMember[]): void {
    for (const member of others) member.rebalancing();
    for (const member of others) member.settled();
    wake();
  }

  return {
    join(member) {
      for (const topic of member.topics) {
        for (const [partition, log] of logOf(topic).entries()) {
          const place = `${topic}/${partition}`;
          if (cursors.has(place)) continue;
          const next = member.fromBeginning ? 0n : BigInt(log.length);
          cursors.set(place, { topic, partition, next, committed: false, busy: false });
        }
      }
      const others = [...members];
      members.push(member);
      shareAnew(others);
    },
    leave(member) {
      members.splice(members.indexOf(member), 1);
      shareAnew(members);
    },
    wake,
    committed: (topic) =>
      Object.fromEntries(
        [...cursors.values()]
          .filter((cursor) => cursor.topic === topic && cursor.committed)
          .map(({ partition, next }) => [partition, next]),
      ),
    rewind(topic) {
      for (const cursor of cursors.values()) if (cursor.topic === topic) cursor.next = 0n;
      wake();
    },
    forget(topic) {
      for (const [place, cursor] of cursors) if (cursor.topic === topic) cursors.delete(place);
    },
  };
}
