import type { Doorbell } from '@recourse/activities/doorbell';

/** A doorbell that is connected with its first ring, so that events are taken while Temporal is away. A ring before it answers is lost and throws. */
export function doorbellOnceConnected(connect: () => Promise<Doorbell>): Doorbell {
  let connected: Promise<Doorbell> | undefined;
  return {
    async ring(caseId) {
      connected ??= connect();
      const used = connected;
      try {
        await (await used).ring(caseId);
      } catch (error) {
        if (connected === used) connected = undefined;
        throw error;
      }
    },
  };
}
