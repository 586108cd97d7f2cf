import { expect, test } from 'vitest';
import { MemoryIntake } from '../fakes/memory-intake.js';
import { receiveEvent } from '@recourse/activities/intake/receive-event';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import { amountsOn } from '@recourse/domain/money/arrears';
import { headersOf } from '../../services/sandbox/src/kafka-out.js';
import { arrearsOf } from '../../services/sandbox/src/loan-account.js';
import { collectFor, days } from './plain-lender.js';
import { noLaw } from '../builders/no-law.js';

/** Played once for all who only look at it. */
const played = await collectFor('sandbox');

test('the default portfolio shows everything it must, under a plain ladder of 180 days', () => {
  const { world } = played;

  const short = world.deeds().filter(({ times, minimum = 0 }) => times < minimum);

  expect(short).toEqual([]);
  expect(world.deeds().length).toBeGreaterThan(50);
});

test('the same seed and the same calls give the same events, byte for byte; another seed gives others', async () => {
  const again = await collectFor('sandbox');
  const other = await collectFor('other');

  expect(again.sent).toEqual(played.sent);
  expect(again.world.received.all()).toEqual(played.world.received.all());
  expect(other.sent.map(({ body }) => body)).not.toEqual(played.sent.map(({ body }) => body));
});

test('every event is published no earlier than it happened, and few instants of a day are used', () => {
  const { world } = played;
  const events = world.events.all();

  expect(events.filter(({ publishedAt, time }) => publishedAt < time)).toEqual([]);
  const instants = new Set(events.map(({ publishedAt }) => publishedAt));
  expect(instants.size / days).toBeLessThan(2);
});

test('what servicing tells adds up, except where it is poison', () => {
  const { sent, world } = played;
  const poison = new Set(
    world.events
      .all()
      .filter((event) => event.poison)
      .map(({ id }) => id),
  );

  const missed = sent
    .filter(({ type, id }) => type.includes('instalment-missed') && !poison.has(id))
    .map(({ body }) => JSON.parse(body));
  expect(missed.length).toBeGreaterThan(80);
  for (const { instalment, arrearsTotal, outstandingTotal } of missed) {
    expect(arrearsTotal).toBeGreaterThanOrEqual(instalment.due.principal + (instalment.due.interest ?? 0));
    expect(outstandingTotal).toBeGreaterThanOrEqual(arrearsTotal);
  }
  expect(poison.size).toBe(5 + 3 + 1 + 2);
});

test('ingest takes every event of 180 days but what it must set aside, duplicates and reordered ones included', async () => {
  const { sent, world } = played;
  const store = new MemoryIntake();
  store.tenants.set('t', {});
  const receive = receiveEvent({ read: loanEventReader(() => true), store, law: noLaw });
  const events = world.events.all();
  const servicing = sent.filter(({ topic }) => topic === 'servicing.loan.events.v1');

  const refused: string[] = [];
  for (const [index, event] of servicing.entries()) {
    // The fake keeps no records of persons to merge: test/merge-persons.integration.test.ts does.
    if (event.type.includes('person-merged')) continue;
    store.tenants.set('t', { now: events[index]?.publishedAt ?? '' });
    const record = {
      topic: event.topic,
      partition: 0,
      offset: BigInt(index),
      key: event.key,
      value: Buffer.from(event.body),
      headers: headersOf(event),
      timestampMs: 0,
    };
    const { received } = await receive(record);
    if (received === 'refused') refused.push(event.id);
    expect(received === 'known', event.id).toBe(events[index]?.duplicate);
  }

  expect(refused).toEqual(events.filter(({ poison }) => poison).map(({ id }) => id));
});

test('servicing and ingest agree, loan by loan, on what is overdue at the end', async () => {
  const { sent, portfolio } = played;
  const store = new MemoryIntake();
  store.tenants.set('t', { now: '2027-01-01T00:00:00.000Z' });
  const receive = receiveEvent({ read: loanEventReader(() => true), store, law: noLaw });
  for (const [index, event] of sent.entries()) {
    const record = {
      topic: event.topic,
      partition: 0,
      offset: BigInt(index),
      key: event.key,
      value: Buffer.from(event.body),
      headers: headersOf(event),
      timestampMs: 0,
    };
    await receive(record);
  }

  for (const { loanId, account } of portfolio.loans) {
    const loan = store.loans.get(`t/${loanId}`);
    if (loan) expect([loanId, amountsOn(loan.position, 'now').arrears]).toEqual([loanId, arrearsOf(account)]);
  }
});
