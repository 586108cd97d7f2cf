import type { Collections, WatermarkRecord } from './collections.js';

const mostBehindMs = 5_000;
const mostSilentMs = 10_000;

/** True when every partition of every topic reported in the last 10 s that all it held 5 s before is committed. No report at all: false. */
export function isCurrent(marks: readonly WatermarkRecord[], wall: Date): boolean {
  if (marks.length === 0) return false;
  const partitions = new Map(marks.map(({ topic, partitions }) => [topic, partitions]));
  const complete = [...partitions].every(
    ([topic, count]) => marks.filter((mark) => mark.topic === topic).length >= count,
  );
  return complete && marks.every((mark) => reportIsCurrent(mark, wall));
}

function reportIsCurrent({ reportedAt, currentThrough }: WatermarkRecord, wall: Date): boolean {
  return (
    wall.getTime() - reportedAt.getTime() <= mostSilentMs &&
    reportedAt.getTime() - currentThrough.getTime() <= mostBehindMs
  );
}

/** Read outside the transaction: a watermark is a statement about the log, which no snapshot of ours holds still. */
export async function ingestIsCurrent({ watermarks }: Pick<Collections, 'watermarks'>, wall: Date): Promise<boolean> {
  return isCurrent(await watermarks.find({}).toArray(), wall);
}
