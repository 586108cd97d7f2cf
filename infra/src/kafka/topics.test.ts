import type { BusAdmin, TopicSpec } from '@recourse/activities/event-bus';
import { expect, test } from 'vitest';
import { ensureTopics } from './topics.js';

async function created(layout: Parameters<typeof ensureTopics>[1]): Promise<readonly TopicSpec[]> {
  const asked: TopicSpec[] = [];
  const admin: Pick<BusAdmin, 'createTopics'> = {
    createTopics: async (specs) => {
      asked.push(...specs);
      return specs.map(({ topic }) => topic);
    },
  };
  await ensureTopics(admin as BusAdmin, layout);
  return asked;
}

test('the three topics and a dead letter topic for each one ingest reads are created', async () => {
  expect((await created({ replication: 1 })).map(({ topic }) => topic)).toEqual([
    'servicing.loan.events.v1',
    'collections.contact.outcomes.v1',
    'collections.case.events.v1',
    'servicing.loan.events.v1.recourse-ingest.dlq.v1',
    'collections.contact.outcomes.v1.recourse-ingest.dlq.v1',
  ]);
});

test('with three replicas an acknowledged record is on at least two, with one it can still be written', async () => {
  expect((await created({ replication: 3, partitions: 12 }))[0]).toMatchObject({
    partitions: 12,
    replication: 3,
    config: { 'min.insync.replicas': '2' },
  });
  expect((await created({ replication: 1 }))[0]).toMatchObject({
    partitions: 4,
    replication: 1,
    config: { 'min.insync.replicas': '1' },
  });
});
