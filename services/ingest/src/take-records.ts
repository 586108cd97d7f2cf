import type { Doorbell } from '@recourse/activities/doorbell';
import type { ConsumerOpts } from '@recourse/activities/event-bus';
import { takeRecord, type TakePorts } from '@recourse/activities/intake/take-record';

/** The consumer's handler. Rings after the answer is given, and never waits for them: a ring lost is rung again by the sweeper. */
export function takeRecords(
  ports: TakePorts,
  doorbell: Doorbell,
  onRingLost: (caseId: string, error: unknown) => void,
): ConsumerOpts['handle'] {
  const ring = async (caseId: string): Promise<void> => {
    try {
      await doorbell.ring(caseId);
    } catch (error) {
      onRingLost(caseId, error);
    }
  };
  return async (record) => {
    const taken = await takeRecord(ports, record);
    setImmediate(() => void Promise.all(taken.ring.map(ring)));
    return 'ack';
  };
}
