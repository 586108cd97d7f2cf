import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { openSnapshot } from '@recourse/activities/credit/furnish-month';
import { mongoCreditStore } from '@recourse/infra/mongo/credit-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { tenant } from './builders/contact-records.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

const open = (month: string, by = 'operator/one') =>
  openSnapshot({ credit: mongoCreditStore(world.mongo) }, { tenant, month, now: '2026-03-02T12:00:00.000Z', by });

it('of two months opened at once one begins, and the other waits until that is whole or comes too late', async () => {
  const opened = await Promise.all([open('2026-01'), open('2026-02')]);

  const begun = opened.filter((each) => typeof each === 'object');
  expect(begun).toHaveLength(1);
  expect(opened.filter((each) => typeof each === 'string')).toEqual([
    begun[0]?.month === '2026-01' ? 'unfinished-before' : 'month-before-the-last',
  ]);
  expect(await world.collections.creditSnapshots.countDocuments({ tenant })).toBe(1);
});

it('a month opened by two at once is one snapshot, and both have it', async () => {
  const [one, two] = await Promise.all([open('2026-01', 'operator/one'), open('2026-01', 'operator/two')]);

  expect(one).toEqual(two);
  expect(await world.collections.creditSnapshots.countDocuments({ tenant })).toBe(1);
});

it('a month that is not over anywhere is refused, and nothing is begun', async () => {
  expect(await open('2026-03')).toBe('month-not-over');
  expect(await world.collections.creditSnapshots.countDocuments({ tenant })).toBe(0);
});
