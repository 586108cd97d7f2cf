import { randomUUID } from 'node:crypto';
import type { InRecord } from '@recourse/activities/event-bus';
import { caseEventsTopic } from '@recourse/infra/kafka/topics';
import type { OpenStores } from '../stack/open-stores.js';

/** Prints what is published about cases of the tenant, as it comes, until interrupted. Reads beside everyone else, in a group of its own. */
export async function tailEvents(
  { bus, tenant }: OpenStores,
  { fromBeginning, print }: { fromBeginning: boolean; print(line: string): void },
): Promise<void> {
  const consumer = bus.consumer({
    groupId: `recourse-tail-${randomUUID()}`,
    topics: [caseEventsTopic],
    partitionConcurrency: 1,
    fromBeginning,
    handle: async (record) => {
      const named = record.headers['ce_tenant'];
      if (named === undefined || named === tenant) print(lineOf(record));
      return 'ack';
    },
  });
  await consumer.start();
}

function lineOf({ headers, value }: InRecord): string {
  const data = value === null ? '' : Buffer.from(value).toString('utf8');
  return [headers['ce_time'], headers['ce_id'], headers['ce_type'], data].join('  ');
}
