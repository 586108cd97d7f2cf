import type { PartitionOffsets } from '../event-bus.js';

/** How far ingest has come on one partition, by the wall clock: everything on the log at `currentThrough` is committed. */
export type Watermark = { partition: number; partitions: number; currentThrough: Date; reportedAt: Date };

/** What was on the log when, until it is committed. */
export type LogSamples = { at: Date; ends: PartitionOffsets }[];

/**
 * Takes a look at the log (`ends` read at `at`) and at what is committed (read after it): the marks to report, and the looks still needed.
 * A partition never committed to counts from 0. A partition that has never been caught up has no mark yet.
 */
export function advanceWatermarks(
  samples: LogSamples,
  look: { at: Date; ends: PartitionOffsets; committed: PartitionOffsets; committedAt: Date },
): { marks: Watermark[]; keep: LogSamples } {
  const all = [...samples, { at: look.at, ends: look.ends }];
  const partitions = Object.keys(look.ends).map(Number);
  const marks: Watermark[] = [];
  let oldestNeeded = all.length - 1;
  for (const partition of partitions) {
    const done = look.committed[partition] ?? 0n;
    const through = all.findLastIndex(({ ends }) => (ends[partition] ?? 0n) <= done);
    oldestNeeded = Math.min(oldestNeeded, Math.max(through, 0));
    const sample = all[through];
    if (sample)
      marks.push({ partition, partitions: partitions.length, currentThrough: sample.at, reportedAt: look.committedAt });
  }
  return { marks, keep: all.slice(oldestNeeded).slice(-600) };
}
