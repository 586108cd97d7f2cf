import { loanKey } from '@recourse/activities/event-keys';
import { toHeaders } from '@recourse/infra/kafka/cloud-events';
import { loanEventsTopic } from '@recourse/infra/kafka/topics';
import type { TestStack } from './stack.js';

export type EventRow = {
  id: string;
  source?: unknown;
  type?: unknown;
  time: string;
  loan: string;
  data?: unknown;
  raw?: string;
};

/** Puts events on Kafka now, past the sandbox and its clock, each after the one before it. Rows as `givePortfolio` takes them. */
export async function publish({ tenant, stores }: TestStack, rows: readonly EventRow[]): Promise<void> {
  const records = rows.map(({ id, source, type, time, loan, data, raw }) => ({
    topic: loanEventsTopic,
    key: loanKey(tenant, loan),
    value: Buffer.from(raw ?? JSON.stringify(data)),
    headers: toHeaders({ id, source: String(source), type: String(type), time, tenant, loan }),
  }));
  await stores.bus.producer().send(records);
}
