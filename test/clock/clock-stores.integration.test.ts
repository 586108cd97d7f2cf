import { randomBytes, randomUUID } from 'node:crypto';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import { stopContact } from '@recourse/activities/tenant/stop-contact';
import { keyRing } from '@recourse/infra/keys/key-ring';
import { connectMongo, type MongoConnection } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { personStore } from '@recourse/infra/mongo/person-store';
import { pointVault } from '@recourse/infra/mongo/point-vault';
import { quietProbe } from '@recourse/infra/mongo/quiet-probe';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const noon = '2026-01-05T12:00:00.000Z';
const later = '2026-01-06T12:00:00.000Z';
let mongo: MongoConnection;

beforeAll(async () => {
  mongo = await connectMongo(inject('mongoUri'), { dbName: `clock-${randomUUID().slice(0, 8)}` });
  await ensureIndexes(mongo.collections);
});
afterAll(async () => {
  await mongo.connection.dropDatabase();
  await mongo.close();
});

async function givenCase(tenant: string, loanId: string, dueAt: string | undefined, personId = 'p1'): Promise<string> {
  const _id = `${tenant}/${loanId}/1`;
  const plan = dueAt === undefined ? { ending: 'cured' } : { id: `${_id}/1/review/1`, dueAt };
  const kase = {
    _id,
    caseId: _id,
    tenant,
    loanId,
    episode: 1,
    seq: 7,
    status: dueAt === undefined ? 'closed' : 'open',
    plan,
    terms: { debtors: [{ personId, role: 'borrower' }] },
  };
  await mongo.collections.cases.insertOne(kase as unknown as CollectionCase & { _id: string });
  return _id;
}

describe('tenants on MongoDB', () => {
  it('are made once and move their test clock only from where it stands', async () => {
    const tenants = tenantStore(mongo.collections);
    const record = { _id: 'clocked', clock: { kind: 'test' as const, now: noon }, strategy: 's' };

    expect([await tenants.create(record), await tenants.create(record)]).toEqual(['created', 'exists']);
    expect(await tenants.advance('clocked', later, noon)).toBe('moved');
    expect(await tenants.advance('clocked', noon, later)).toBe('advanced');
    expect((await tenants.get('clocked'))?.clock).toEqual({ kind: 'test', now: later });
  });

  it('stop contact once, and go on', async () => {
    const tenants = tenantStore(mongo.collections);
    await tenants.create({ _id: 'stopped', clock: { kind: 'real' }, strategy: 's' });
    const stop = { by: 'operator/test', at: noon, reason: 'test' };

    expect(await stopContact(tenants, 'stopped', stop)).toEqual({ result: 'stopped', stillSending: 0 });
    expect(await stopContact(tenants, 'stopped', stop)).toEqual({ result: 'already-stopped', stillSending: 0 });
    expect(await tenants.startContact('stopped')).toBe('started');
    expect(await tenants.startContact('stopped')).toBe('not-stopped');
    expect(await tenants.startContact('nobody')).toBe('unknown-tenant');
  });
});

describe('quiet on MongoDB', () => {
  it('sees plans that are due, in order, and leaves closed cases and other tenants out', async () => {
    const probe = quietProbe(mongo.collections, async () => async () => []);
    await givenCase('quiet', 'b', noon);
    await givenCase('quiet', 'a', noon, 'p2');
    await givenCase('quiet', 'later', later);
    await givenCase('quiet', 'closed', undefined);
    await givenCase('elsewhere', 'x', noon);

    expect((await probe.due('quiet', noon)).map(({ caseId, persons }) => [caseId, persons])).toEqual([
      ['quiet/a/1', ['p2']],
      ['quiet/b/1', ['p1']],
    ]);
    expect(await probe.earliestPlan('quiet', later)).toBe(noon);
    expect(await probe.earliestPlan('quiet', '2026-01-05T11:30:00.000Z')).toBeUndefined();
  });

  it('names unconsumed items and begun acts, not accepted ones', async () => {
    const { acts, inbox } = mongo.collections;
    const caseId = 'restless/L1/1';
    const item = { tenant: 'restless', caseId, input: {} as never, appendedWallAt: new Date() };
    await inbox.insertMany([
      { _id: `${caseId}/e1`, n: 1, consumed: true, ...item },
      { _id: `${caseId}/e2`, n: 2, consumed: false, ...item },
    ]);
    const act = (plan: string, status: 'begun' | 'accepted') => ({
      _id: `${caseId}/${plan}`,
      tenant: 'restless',
      status,
      covers: [{ caseId, planId: `${caseId}/${plan}` }],
    });
    await acts.insertMany([act('1/sms-1/1', 'begun'), act('1/sms-2/1', 'accepted')] as never[]);

    expect(await quietProbe(mongo.collections, async () => async () => []).unsettled('restless')).toEqual([
      { caseId, what: 'inbox-item', id: `${caseId}/e2` },
      { caseId, what: 'act', id: `${caseId}/1/sms-1/1` },
    ]);
  });
});

describe('persons on MongoDB', () => {
  it('are sealed, found equal by number, told to their open cases once, and opened again by who may', async () => {
    const keys = keyRing(randomBytes(32).toString('hex'));
    const persons = personStore(mongo, keys, {});
    await tenantStore(mongo.collections).create({ _id: 'people', clock: { kind: 'test', now: noon }, strategy: 's' });
    const loan = { _id: 'people/L1', tenant: 'people', loanId: 'L1', openCase: 'people/L1/1', inboxSeq: 0 };
    await mongo.collections.loans.insertOne(loan as never);
    await mongo.connection.collection('links').insertOne({
      _id: 'people/p1' as never,
      tenant: 'people',
      personId: 'p1',
      loans: ['L1'],
      waitingHolds: [{ id: 'h1' }],
      version: 1,
    });
    const row = {
      personId: 'p1',
      zone: 'Asia/Shanghai',
      language: 'zh',
      points: [{ pointId: 'm1', kind: 'mobile' as const, value: '+86 139 0000 0001', source: 'test' }],
    };

    expect(await persons.load('people', row)).toEqual({ loaded: 'new', ring: ['people/L1/1'] });
    expect(await persons.load('people', row)).toEqual({ loaded: 'same', ring: [] });
    await persons.load('people', { ...row, personId: 'p2', points: [{ ...row.points[0]!, value: '+8613900000001' }] });

    const [first, second] = await mongo.collections.persons.find({ tenant: 'people' }).sort({ personId: 1 }).toArray();
    expect(first).toMatchObject({ loans: ['L1'], holds: [{ id: 'h1' }], version: 1 });
    expect(JSON.stringify(first)).not.toMatch(/139 ?0000 ?0001/);
    expect(first?.points[0]?.blindIndex).toBe(second?.points[0]?.blindIndex);
    expect(await pointVault(mongo.collections, keys).open('people', 'p1', 'm1')).toBe('+86 139 0000 0001');
    const [item] = await mongo.collections.inbox.find({ caseId: 'people/L1/1' }).toArray();
    expect(item?.input).toMatchObject({ kind: 'person-known', personId: 'p1', at: noon, n: 1 });
  });
});
