import type { Watermark } from './watermark.js';

const mostBehindMs = 5_000;
const mostSilentMs = 10_000;

/**
 * True when every partition of each of `topics` reported in the last 10 s that all it held 5 s before is committed (design section 5).
 * A topic of which nothing has been reported may hold anything: false.
 */
export function watermarksAreCurrent(
  marks: readonly (Watermark & { topic: string })[],
  topics: readonly string[],
  wall: Date,
): boolean {
  return topics.every((topic) => {
    const ofTopic = marks.filter((mark) => mark.topic === topic);
    const [any] = ofTopic;
    return any !== undefined && ofTopic.length >= any.partitions && ofTopic.every((mark) => isCurrent(mark, wall));
  });
}

function isCurrent({ reportedAt, currentThrough }: Watermark, wall: Date): boolean {
  return (
    wall.getTime() - reportedAt.getTime() <= mostSilentMs &&
    reportedAt.getTime() - currentThrough.getTime() <= mostBehindMs
  );
}
