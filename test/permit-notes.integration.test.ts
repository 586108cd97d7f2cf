import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PermitChannel, PermitHolder } from '@recourse/domain/contact/permit';
import { grantPermit } from '@recourse/activities/permits/grant-permit';
import type { PermitRequest, PermitStore } from '@recourse/activities/permits/permit-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, tenant, ten } from './builders/contact-records.js';
import { aPermitRequest } from './builders/permit-records.js';

const points = Array.from({ length: 20 }, (_, nth) => `m${nth}`);
const channels: readonly PermitChannel[] = ['call', 'dialler', 'voice-bot'];

let world: ContactMongo;
let permits: PermitStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
  const person = aPerson(['L1']);
  const numbers = points.flatMap((pointId) =>
    person.points.slice(0, 1).map((point) => ({ ...point, pointId, blindIndex: `blind-${pointId}` })),
  );
  const holds = [
    { id: 'h', reason: 'dispute' as const, scope: { loan: 'L1' }, stops: ['contact' as const], from: ten },
  ];
  const loan = { ...aLoan('L1'), holds };
  await world.given({ loans: [loan], cases: [aCase('L1')], persons: [{ ...person, points: numbers }] });
});
afterEach(() => world.close());

/** No two alike: another id each, 900 numbers nobody has, all the person's own by every channel. */
const different = (nth: number): Partial<PermitRequest> => ({
  permitId: `zhangsan-${nth}`,
  pointId: nth % 10 === 0 ? (points[(nth / 10) % points.length] ?? '') : `1380013${nth}`,
  channel: channels[nth % channels.length] ?? 'call',
});
const ask = async (request: Partial<PermitRequest>): Promise<string[]> => {
  const answer = await grantPermit({ permits, rules: beginRules }, aPermitRequest(request));
  if (answer.granted) throw new Error('was granted');
  return answer.not.because === 'busy' ? ask(request) : (answer.ring ?? []);
};

describe('permits that are refused', () => {
  it('a thousand different ones of one holder fill a case with eight notes a day, none of them in the asker’s words', async () => {
    const rung: string[] = [];
    for (let from = 0; from < 1_000; from += 20) {
      const some = Array.from({ length: 20 }, (_, nth) => ask(different(from + nth)));
      rung.push(...(await Promise.all(some)).flat());
    }

    const items = await world.collections.inbox.find({}).toArray();
    expect(items).toHaveLength(8);
    expect(rung).toHaveLength(8);
    expect(JSON.stringify(items)).not.toMatch(/zhangsan|1380013/);

    const other: PermitHolder = { kind: 'dialler', id: 'dialler-2' };
    expect(await ask({ permitId: 'other', holder: other, pointId: 'm1' })).toEqual(['test/L1/1']);
    const tomorrow = { clock: { kind: 'test' as const, now: '2026-03-03T02:00:00.000Z' } };
    await world.collections.tenants.updateOne({ _id: tenant }, { $set: tomorrow });
    expect(await ask({ permitId: 'next-day', pointId: 'm1' })).toEqual(['test/L1/1']);
    expect(await world.collections.inbox.countDocuments({})).toBe(10);
  }, 240_000);
});
