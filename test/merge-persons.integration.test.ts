import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { pointField } from '@recourse/infra/people/seal-point';
import { beginSms } from './builders/begin-sms.js';
import { aLoan, beginRules, ten, tenant } from './builders/contact-records.js';
import { mergingWorld, numberOf, rowOf, type MergingWorld } from './builders/merging-world.js';
import { aPermitRequest, grant, redeem } from './builders/permit-records.js';
import { missed } from './builders/loan-records.js';

const merge = { from: 'p2', into: 'p1' };
let world: MergingWorld;
beforeEach(async () => {
  world = await mergingWorld(inject('mongoUri'));
});
afterEach(() => world.close());

describe('two records that servicing says are one human', () => {
  it('become one person with both numbers, sealed anew under one key; the other key is gone', async () => {
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    const before = await world.person('p2');
    expect(await world.told('person-merged', merge)).toBeUndefined();

    const one = await world.person('p1');
    expect(one.points.map(({ pointId }) => pointId)).toEqual(['m1', 'm1.2']);
    const vault = pointVault(world.collections, world.keys);
    expect(await vault.open(tenant, 'p1', 'm1')).toBe(numberOf('p1'));
    expect(await vault.open(tenant, 'p1', 'm1.2')).toBe(numberOf('p2'));
    expect(await vault.open(tenant, 'p2', 'm1')).toBe(numberOf('p2'));

    const left = await world.person('p2');
    expect(left).toMatchObject({ merged: { into: 'p1' }, wrappedKey: '', points: [], ledger: [], loans: [] });
    const [, second] = one.points;
    const [sealed] = before.points;
    if (!second || !sealed) throw new Error('a point is missing');
    const owner = { tenant, personId: 'p2' };
    expect(() => world.keys.open(before.wrappedKey, owner, pointField('m1'), second.sealed)).toThrow();
    expect(world.keys.open(before.wrappedKey, owner, pointField('m1'), sealed.sealed)).toBe(numberOf('p2'));

    expect((await world.collections.loans.findOne({ loanId: 'L2' }))?.terms?.debtors).toEqual([
      { personId: 'p1', role: 'borrower' },
    ]);
    for (const loan of ['L1', 'L2'])
      expect(await world.items(`${tenant}/${loan}/1`)).toMatchObject([{ kind: 'person-merged', ...merge }]);
  });

  it('answer under both names: news, loans, rows of persons, permits and plans of before', async () => {
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    await world.told('person-merged', merge);

    const terms = {
      ...aLoan('L3').terms,
      debtors: [
        { personId: 'p2', role: 'borrower' },
        { personId: 'p1', role: 'guarantor' },
      ],
    };
    expect(await world.told('instalment-missed', { ...missed(), terms }, 'L3')).toBeUndefined();
    expect(await world.told('instalment-missed', { ...missed(2), terms }, 'L3')).toBeUndefined();
    expect((await world.collections.loans.findOne({ loanId: 'L3' }))?.terms?.debtors).toEqual([
      { personId: 'p1', role: 'borrower' },
    ]);
    expect(await world.load(rowOf('p2'))).toBe('same');
    expect(await world.load(rowOf('p1'))).toBe('same');
    expect(await world.load(rowOf('p2', { optOuts: [{ channel: 'email', at: ten }] }))).toBe('changed');
    expect((await world.person('p1')).standing?.optOuts).toEqual([{ channel: 'email', at: ten }]);
    expect(await world.load(rowOf('p2', { optOuts: [] }))).toBe('changed');
    expect((await world.person('p1')).standing?.optOuts).toEqual([]);

    const begun = await beginSms(world, 'L2');
    expect(begun).toMatchObject({ begun: 'now', act: { personId: 'p1', pointId: 'm1.2' } });
    expect(await world.told('person-died', { personId: 'p2' }, 'L2')).toBeUndefined();
    expect((await world.person('p1')).holds).toMatchObject([{ reason: 'death', scope: { person: 'p1' } }]);
    expect(await beginSms(world, 'L1')).toMatchObject({ begun: 'no', withheld: { reason: 'held' } });
  });

  it('take what comes of an act begun before as the one person’s', async () => {
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    const begun = await beginSms(world, 'L2');
    expect(begun).toMatchObject({ begun: 'now', act: { personId: 'p2', pointId: 'm1' } });
    await world.told('person-merged', merge);
    expect((await world.person('p1')).ledger).toMatchObject([{ open: true, pointId: 'm1.2' }]);
    if (begun.begun === 'no') throw new Error('not begun');
    await concludeAttempt(world.contacts, begun.act._id, { code: 'complains', at: ten, law: beginRules.law });

    const one = await world.person('p1');
    expect(one.ledger).toMatchObject([{ open: false, conversation: true }]);
    expect(one.holds).toMatchObject([{ reason: 'complaint', scope: { person: 'p1' } }]);
    expect((await world.person('p2')).holds).toEqual([]);
    expect(await world.items(`${tenant}/L1/1`)).toContainEqual(expect.objectContaining({ kind: 'hold-reported' }));
  });

  it('redeem a permit that was granted for the other name, on the one ledger', async () => {
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    const permits = mongoPermitStore(world.mongo, () => new Date());
    const granted = await grant(permits, aPermitRequest({ personId: 'p2', loans: ['L2'], dials: 1, channel: 'call' }));
    expect(granted.granted?.dials).toHaveLength(1);
    await world.told('person-merged', merge);
    const result = await redeem(permits, 1, {});

    expect(result).toMatchObject({ go: true });
    expect((await world.person('p1')).ledger).toMatchObject([{ pointId: 'm1.2', open: true }]);
    expect(await world.collections.acts.findOne({})).toMatchObject({ personId: 'p1', pointId: 'm1.2' });
  });

  it('lead to the last of several, in one step', async () => {
    await world.load(
      rowOf('p3', { points: [{ pointId: 'm1', kind: 'mobile', value: '+8613900000003', source: 'test' }] }),
    );
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    await world.told('person-merged', merge);
    await world.told('person-merged', { from: 'p1', into: 'p3' });

    expect((await world.person('p2')).merged).toMatchObject({ into: 'p3', points: { m1: 'm1.2.2' } });
    const vault = pointVault(world.collections, world.keys);
    expect(await vault.open(tenant, 'p2', 'm1')).toBe(numberOf('p2'));
    expect(await vault.open(tenant, 'p1', 'm1')).toBe(numberOf('p1'));
    expect(await world.told('person-merged', { from: 'p2', into: 'p3' })).toBeUndefined();
  });

  it('are told again without effect, and what cannot be so is set aside with its reason', async () => {
    await world.load(rowOf('p3', { points: [] }));
    await world.owing({ p1: ['L1'], p2: ['L2'] });
    expect(await world.told('person-merged', { from: 'p1', into: 'p1' }, 'L8')).toBe('contradiction into');
    expect(await world.told('person-merged', { from: 'p9', into: 'p1' }, 'L8')).toBe('contradiction from');
    expect(await world.told('person-merged', { from: 'p1', into: 'p9' }, 'L8')).toBe('contradiction into');
    await world.told('person-merged', merge);
    const { version } = await world.person('p1');

    expect(await world.told('person-merged', merge)).toBeUndefined();
    expect(await world.told('person-merged', { from: 'p1', into: 'p2' }, 'L8')).toBe('contradiction into');
    expect(await world.told('person-merged', { from: 'p2', into: 'p3' }, 'L8')).toBe('contradiction from');
    expect((await world.person('p1')).version).toBe(version);
  });
});
