import { takeRecord } from '@recourse/activities/intake/take-record';
import { totalsThatDiffer } from '@recourse/domain/case/totals-that-differ';
import { expect, test } from 'vitest';
import { headersOf } from '../../services/sandbox/src/kafka-out.js';
import { takingPorts } from '../contracts/intake-bench.js';
import { MemoryIntake } from '../fakes/memory-intake.js';
import { collectFor } from './plain-lender.js';

test('the totals that the demonstration’s servicing system tells are ours, event by event', async () => {
  const { sent, world } = await collectFor('sandbox');
  const store = new MemoryIntake();
  const ports = takingPorts({ store, parked: store });
  const published = world.events.all();
  const differ = new Set<string>();
  let told = 0;
  const servicing = sent.filter(({ topic }) => topic === 'servicing.loan.events.v1');
  for (const [index, event] of servicing.entries()) {
    // The fake keeps no records of persons to merge.
    if (event.type.includes('person-merged')) continue;
    store.tenants.set('t', { now: published[index]?.publishedAt ?? '' });
    await takeRecord(ports, {
      topic: event.topic,
      partition: 0,
      offset: BigInt(index),
      key: event.key,
      value: Buffer.from(event.body),
      headers: headersOf(event),
      timestampMs: 0,
    });
    const loan = store.loans.get(event.key.replace('|', '/'));
    if (!loan || !event.body.includes('arrearsTotal')) continue;
    told += 1;
    for (const { about, ours, theirs } of totalsThatDiffer(loan, []))
      differ.add(`${loan.loanId} ${event.type} ${about} ${ours} ${theirs}`);
  }

  expect(told).toBeGreaterThan(80);
  expect([...differ]).toEqual([]);
});
