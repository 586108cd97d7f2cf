import type { Instant } from './local-time.js';

/** One servicing event as it went out. The same id may stand here twice: a duplicate was published on purpose. */
export type Published = {
  id: string;
  type: string;
  loan: string;
  time: Instant;
  paymentId?: string;
  /** The sandbox's clock, not Kafka's. */
  publishedAt: Instant;
  /** No correct reader can take it: it must be parked. */
  poison: boolean;
  duplicate: boolean;
};

export type EventLog = { note(event: Omit<Published, 'duplicate'>): void; all(): Published[] };

export function openEventLog(): EventLog {
  const events: Published[] = [];
  const ids = new Set<string>();
  return {
    note(event) {
      events.push({ ...event, duplicate: ids.has(event.id) });
      ids.add(event.id);
    },
    all: () => [...events],
  };
}
