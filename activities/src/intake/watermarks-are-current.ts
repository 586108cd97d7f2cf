import type { Watermark } from './watermark.js';

const mostBehindMs = 5_000;
const mostSilentMs = 10_000;

/**
 * True when every partition of every topic reported in the last 10 s that all it held 5 s before is committed (design section 5).
 * No report at all: false.
 */
export function watermarksAreCurrent(marks: readonly (Watermark & { topic: string })[], wall: Date): boolean {
  if (marks.length === 0) return false;
  const partitions = new Map(marks.map(({ topic, partitions }) => [topic, partitions]));
  const complete = [...partitions].every(
    ([topic, count]) => marks.filter((mark) => mark.topic === topic).length >= count,
  );
  return complete && marks.every((mark) => isCurrent(mark, wall));
}

function isCurrent({ reportedAt, currentThrough }: Watermark, wall: Date): boolean {
  return (
    wall.getTime() - reportedAt.getTime() <= mostSilentMs &&
    reportedAt.getTime() - currentThrough.getTime() <= mostBehindMs
  );
}
