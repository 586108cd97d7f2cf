import type { BusAdmin } from '../event-bus.js';
import { advanceWatermarks, type LogSamples, type Watermark } from './watermark.js';

export type WatermarkPorts = {
  admin: Pick<BusAdmin, 'endOffsets' | 'committedOffsets'>;
  /** Throws on trouble. */
  write(topic: string, marks: Watermark[]): Promise<void>;
  wall(): Date;
};

/** Reports once how far the group has come on the topic; call it every second with what it returned before. Throws on trouble: then call again with the same. */
export async function reportWatermark(
  ports: WatermarkPorts,
  groupId: string,
  topic: string,
  samples: LogSamples,
): Promise<LogSamples> {
  const at = ports.wall();
  const ends = await ports.admin.endOffsets(topic);
  const committed = await ports.admin.committedOffsets(groupId, topic);
  const { marks, keep } = advanceWatermarks(samples, { at, ends, committed, committedAt: ports.wall() });
  await ports.write(topic, marks);
  return keep;
}
