import type { Instant } from './local-time.js';
import type { OutgoingEvent } from './servicing-event.js';

/** How providers and partners tell what became of something they were given. */
export type OutcomesOut = {
  /** `attempt`: the id we were given with it. `id`: of the event, unique and the same in every run. */
  publish(
    provider: string,
    kind: 'message-receipt' | 'call-finished' | 'partner-reported',
    attempt: string,
    id: string,
    at: Instant,
    data: object,
  ): void;
};

export function outcomesOut(tenant: string, put: (event: OutgoingEvent) => void): OutcomesOut {
  return {
    publish: (provider, kind, attempt, id, time, data) =>
      put({
        topic: 'collections.contact.outcomes.v1',
        key: `${tenant}|${attempt}`,
        id,
        source: `/sandbox/${provider}`,
        type: `com.recourse.contact.${kind}.v1`,
        time,
        tenant,
        extension: { attempt },
        body: JSON.stringify(data),
      }),
  };
}
