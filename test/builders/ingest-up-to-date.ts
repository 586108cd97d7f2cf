import { contactOutcomesTopic, loanEventsTopic } from '@recourse/infra/kafka/topics';
import type { Collections } from '@recourse/infra/mongo/collections';
import { writeWatermarks } from '@recourse/infra/mongo/watermark-store';

/** As if ingest had said that it has read all there is until `through`, on both topics. */
export async function ingestUpToDate(collections: Collections, through: Date): Promise<void> {
  const mark = { partition: 0, partitions: 1, currentThrough: through, reportedAt: through };
  for (const topic of [loanEventsTopic, contactOutcomesTopic]) await writeWatermarks(collections, topic, [mark]);
}
