import type { Instant } from './local-time.js';
import type { OutgoingEvent } from './servicing-event.js';

/** How providers and partners tell what became of something they were given. */
export type OutcomesOut = {
  /** `attempt`: the id we were given with it. `id`: of the event, unique and the same in every run. */
  publish(
    provider: string,
    kind: 'message-receipt' | 'message-answered' | 'call-finished' | 'partner-reported' | 'agency-contact-reported',
    attempt: string,
    id: string,
    at: Instant,
    data: object,
  ): void;
  /** An event's `source/id`: what it is known by. */
  nameOf(provider: string, id: string): string;
};

export function outcomesOut(tenant: string, put: (event: OutgoingEvent) => void): OutcomesOut {
  const sourceOf = (provider: string): string => `/sandbox/${provider}`;
  return {
    nameOf: (provider, id) => `${sourceOf(provider)}/${id}`,
    publish: (provider, kind, attempt, id, time, data) =>
      put({
        topic: 'collections.contact.outcomes.v1',
        key: `${tenant}|${attempt}`,
        id,
        source: sourceOf(provider),
        type: `com.recourse.contact.${kind}.v1`,
        time,
        tenant,
        extension: { attempt },
        body: JSON.stringify(data),
      }),
  };
}
