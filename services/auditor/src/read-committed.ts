import { kafkaClient } from './kafka-client.js';
import type { Settings } from './read-settings.js';
import { asTrouble } from './trouble.js';

/** The next offset that a group will read, by `topic/partition`; of a partition it never read there is none. @throws Trouble */
export async function readCommitted(
  settings: Settings['kafka'],
  groupId: string,
  topics: readonly string[],
): Promise<Map<string, bigint>> {
  const admin = kafkaClient(settings).admin();
  return asTrouble('KAFKA_BROKERS', 'reading', async () => {
    await admin.connect();
    try {
      const ofTopics = await admin.fetchOffsets({ groupId, topics: [...topics] });
      return new Map(
        ofTopics.flatMap(({ topic, partitions }) =>
          partitions.flatMap(({ partition, offset }) =>
            BigInt(offset) < 0n ? [] : [[`${topic}/${partition}`, BigInt(offset)] as const],
          ),
        ),
      );
    } finally {
      await admin.disconnect();
    }
  });
}
