import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaEventBus } from '@recourse/infra/kafka/kafka-event-bus';
import { ensureTopics, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { startService } from '@recourse/infra/local/run-service';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { expect, inject, test } from 'vitest';

test('the sandbox publishes what it says it does, acknowledged before it answers, and ingest can read all but the poison', async () => {
  const brokers = [inject('kafkaBrokers')];
  const bus = kafkaEventBus({ brokers, clientId: 'sandbox-test' }, () => undefined);
  const dir = mkdtempSync(join(tmpdir(), 'recourse-sandbox-'));
  await ensureTopics(bus.admin(), { replication: 1 });
  const before = await bus.admin().endOffsets(loanEventsTopic);
  const sandbox = startService(
    'sandbox',
    'services/sandbox/src/main.ts',
    { ...process.env, KAFKA_BROKERS: brokers.join(',') },
    { logFile: join(dir, 'log') },
  );
  try {
    const { url } = (await sandbox.ready) as { url: string };
    const post = async (path: string, body: object): Promise<Record<string, number>> =>
      (
        await fetch(`${url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      )

        .json() as Promise<Record<string, number>>;

    await post('/portfolio', {
      tenant: 'sandbox-test',
      from: '2025-12-01',
      until: '2026-05-30',
      loans: 240,
      persons: 200,
    });
    const { published } = await post('/play', { until: '2026-02-15T00:00:00.000Z' });

    const after = await bus.admin().endOffsets(loanEventsTopic);
    const records = await Promise.all(
      Object.entries(after).map(([partition, to]) =>
        bus.admin().readRange(loanEventsTopic, Number(partition), before[Number(partition)] ?? 0n, to),
      ),
    );
    const mine = records.flat().filter(({ headers }) => headers['ce_tenant'] === 'sandbox-test');
    const log = (await (await fetch(`${url}/log/events`)).json()) as { id: string; poison: boolean }[];
    expect(mine).toHaveLength(published ?? 0);
    expect(new Set(mine.map(({ headers }) => headers['ce_id']))).toEqual(new Set(log.map(({ id }) => id)));

    const read = loanEventReader(() => true);
    const refused = mine.filter((record) => 'parked' in read(record)).map(({ headers }) => headers['ce_id']);
    expect(log.filter(({ poison }) => poison).map(({ id }) => id)).toEqual(expect.arrayContaining(refused));
    // Five cut short and three whose sums are wrong; what only a store can judge is read all the same.
    expect(refused).toHaveLength(8);
  } finally {
    await sandbox.stop(5_000);
    await bus.close();
    rmSync(dir, { recursive: true, force: true });
  }
});
