import type { Watermark } from '@recourse/activities/intake/watermark';
import type { Collections } from './collections.js';

/** Writes how far ingest has come; of two ingest processes the one further on counts. */
export async function writeWatermarks(
  { watermarks }: Collections,
  topic: string,
  marks: readonly Watermark[],
): Promise<void> {
  if (marks.length === 0) return;
  await watermarks.bulkWrite(
    marks.map(({ partition, partitions, currentThrough, reportedAt }) => ({
      updateOne: {
        filter: { _id: `${topic}/${partition}` },
        update: { $set: { topic, partition, partitions }, $max: { currentThrough, reportedAt } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
