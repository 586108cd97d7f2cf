import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PersonRow, PersonStore } from '@recourse/activities/people/person-store';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { personStore } from '@recourse/infra/mongo/person-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { ten, tenant } from './builders/contact-records.js';

const row: PersonRow = {
  personId: 'p2',
  language: 'zh',
  addressZone: 'Asia/Shanghai',
  points: [{ pointId: 'm2', kind: 'mobile', value: '+8613900000002', source: 'test', placeType: 'mobile' }],
  optOuts: [{ channel: 'sms', at: '2026-03-01T00:00:00.000Z' }],
  relations: [{ to: 'p1', role: 'emergency-contact', namedBy: 'borrower', document: 'D1', on: '2026-01-05' }],
};

let world: ContactMongo;
let store: PersonStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  const keys = keyRing(randomBytes(32).toString('hex'));
  store = personStore(world.mongo, keys, { '+86': ['Asia/Shanghai'], '+44': ['Europe/London'] });
});
afterEach(() => world.close());

const load = async (change: Partial<PersonRow> = {}): Promise<string> =>
  (await store.load(tenant, { ...row, ...change })).loaded;
const stored = async (personId = 'p2') => world.collections.persons.findOne({ personId });

describe('what is told of a person', () => {
  it('is kept, and what a number says of its zone beside it', async () => {
    expect(await load()).toBe('new');
    expect(await stored()).toMatchObject({
      addressZone: 'Asia/Shanghai',
      standing: { optOuts: row.optOuts },
      relations: row.relations,
      points: [{ pointId: 'm2', placeType: 'mobile', zones: ['Asia/Shanghai'] }],
    });
  });

  it('is the same when told again, and by a source that knows less', async () => {
    await load();
    const { optOuts: _o, relations: _r, addressZone: _z, ...less } = row;
    expect(await load()).toBe('same');
    expect((await store.load(tenant, less)).loaded).toBe('same');
    expect((await stored())?.version).toBe(1);
  });

  it('dates a time agreed on by the tenant’s clock when it is first told, and not again', async () => {
    const agreed = { from: '22:30', to: '23:00', fromDay: '2026-03-02', untilDay: '2026-03-20' };
    const dated = { standing: { agreedTimes: [{ ...agreed, saidAt: ten }] } };
    await load({ agreedTimes: [agreed] });
    expect(await stored()).toMatchObject(dated);

    await world.collections.tenants.updateOne({ _id: tenant }, { $set: { 'clock.now': '2026-03-03T02:00:00.000Z' } });
    expect(await load({ agreedTimes: [agreed] })).toBe('same');
    expect(await stored()).toMatchObject(dated);
  });

  it.each<[string, Partial<PersonRow>]>([
    ['an opt-out taken back', { optOuts: [] }],
    ['another relation', { relations: [] }],
    ['another zone of the address', { addressZone: 'Europe/London' }],
    ['a number found by a search', { points: row.points.map((point) => ({ ...point, foundBy: 'public-register' })) }],
  ])('has changed by %s', async (_, change) => {
    await load();
    expect(await load(change)).toBe('changed');
    expect((await stored())?.version).toBe(2);
  });

  it('never takes a refusal for ever back', async () => {
    await load();
    await world.collections.persons.updateOne(
      { personId: 'p2' },
      { $set: { refusedForEverAt: '2024-01-01T00:00:00.000Z' } },
    );
    await load({ relations: [], optOuts: [] });
    expect((await stored())?.refusedForEverAt).toBe('2024-01-01T00:00:00.000Z');
  });

  it('joins a record of an older release, which has none of it', async () => {
    const { optOuts: _o, relations: _r, addressZone: _z, ...older } = row;
    await store.load(tenant, older);
    await world.collections.persons.updateOne({ personId: 'p2' }, { $unset: { 'points.0.zones': '' } });
    expect(await load()).toBe('changed');
    expect(await stored()).toMatchObject({
      standing: { optOuts: row.optOuts },
      points: [{ zones: ['Asia/Shanghai'] }],
    });
  });
});
