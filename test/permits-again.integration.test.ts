import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PermitStore } from '@recourse/activities/permits/permit-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, tenant } from './builders/contact-records.js';
import { aPermitRequest, grant, redeem } from './builders/permit-records.js';

let world: ContactMongo;
let permits: PermitStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
  await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
});
afterEach(() => world.close());

const ledgers = async () => ({
  person: (await world.collections.persons.findOne({}))?.ledger ?? [],
  point: (await world.collections.points.findOne({}))?.ledger ?? [],
});

describe('a permit asked again', () => {
  it('lets a dial go once for one key, whose answer is given again while the dial may begin', async () => {
    await grant(permits, aPermitRequest());

    const first = await redeem(permits, 1, { key: 'k-1' });
    const again = await redeem(permits, 1, { key: 'k-1' });
    const other = await redeem(permits, 1, { key: 'k-2' });
    await world.collections.acts.updateOne({}, { $set: { notAfter: new Date(Date.now() - 1) } });

    expect(first).toMatchObject({ go: true, actId: 'test/L1/1/0/permit-1/1' });
    expect(again).toEqual({ ...first, again: true });
    expect(other).toEqual({ go: false, because: 'already-redeemed' });
    expect(await redeem(permits, 1, { key: 'k-1' })).toEqual(other);
    expect(await world.collections.acts.countDocuments({})).toBe(1);
    expect((await ledgers()).person).toHaveLength(3);
  });

  it('asked for again under its key after a payment is revoked, and the dial stays an act that counts', async () => {
    await grant(permits, aPermitRequest());
    await redeem(permits, 1, { key: 'k-1' });
    await world.collections.loans.updateOne({}, { $inc: { order: 1, positionVersion: 1 } });

    const no = { go: false, because: 'permit-revoked', revoked: 'position-changed' };
    expect(await redeem(permits, 1, { key: 'k-1' })).toMatchObject(no);

    const permit = await permits.permit(tenant, 'permit-1');
    expect(permit?.dials.map(({ state }) => state)).toEqual(['redeemed', 'released', 'released']);
    const { person, point } = await ledgers();
    expect(person).toMatchObject([{ actId: 'test/L1/1/0/permit-1/1', open: true, conversation: true }]);
    expect(point).toEqual(person);
    expect(await world.collections.acts.findOne({})).toMatchObject({ status: 'accepted' });
  });
});
