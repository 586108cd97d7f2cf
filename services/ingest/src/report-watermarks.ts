import { reportWatermark, type WatermarkPorts } from '@recourse/activities/intake/report-watermark';
import type { LogSamples } from '@recourse/activities/intake/watermark';

const everyMs = 1_000;

/** Reports every second how far the group has come, until stopped. Trouble is told and the next second tries again: contacts are deferred meanwhile. */
export function reportWatermarks(
  ports: WatermarkPorts,
  groupId: string,
  topic: string,
  onTrouble: (error: unknown) => void,
): { stop(): Promise<void> } {
  let samples: LogSamples = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  async function report(): Promise<void> {
    try {
      samples = await reportWatermark(ports, groupId, topic, samples);
    } catch (error) {
      onTrouble(error);
    }
    if (!stopped) timer = setTimeout(next, everyMs);
  }
  function next(): void {
    running = report();
  }

  next();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
