import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { tenantClock } from '@recourse/infra/mongo/tenant-clock';
import { apiHttp } from '@recourse/service-api/api-http';
import { permitDesk } from '@recourse/service-api/permit-desk';
import { attempts } from './builders/ask-gate.js';
import { beginSms } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, tenant, ten } from './builders/contact-records.js';
import { aPlacement, placementId, withAgency } from './builders/permit-records.js';

let world: ContactMongo;
let ask: (
  agency: string,
  method: 'POST' | 'DELETE',
  path: string,
  body?: object,
) => Promise<{ status: number; json: Record<string, unknown> }>;
const rung: string[] = [];

beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  rung.length = 0;
  const wall = (): Date => new Date();
  const desk = permitDesk({
    tenant,
    permits: mongoPermitStore(world.mongo, wall),
    contacts: world.contacts,
    rules: beginRules,
    clock: tenantClock(world.collections, wall),
    doorbell: { ring: async (caseId) => void rung.push(caseId) },
  });
  const keys = ['agency-1', 'agency-2'].map((id) => ({
    holder: { kind: 'agency' as const, id },
    sha256: createHash('sha256').update(`key of ${id}`.replaceAll(' ', '-')).digest('hex'),
  }));
  const http = apiHttp({ desk, keys, log: { info: () => undefined, error: () => undefined } as never });
  ask = async (agency, method, path, payload) => {
    const headers = { authorization: `Bearer key-of-${agency}` };
    const answer = await http.inject({ method, url: `/v1/permits${path}`, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, json: answer.body === '' ? {} : answer.json() };
  };
  await world.given({
    loans: [aLoan('L1'), aLoan('L2')],
    cases: [aCase('L1'), aCase('L2')],
    persons: [aPerson(['L1'], withAgency)],
  });
  await world.collections.acts.insertOne(aPlacement());
});
afterEach(() => world.close());

const permit = (changes: object = {}) => ({
  id: 'permit-1',
  person: 'p1',
  point: 'm1',
  loans: ['L1'],
  placement: placementId,
  channel: 'call',
  minutes: 60,
  dials: 2,
  ...changes,
});
const clockTo = (now: string) =>
  world.collections.tenants.updateOne({ _id: tenant }, { $set: { clock: { kind: 'test', now } } });
const ledger = async () => (await world.collections.persons.findOne({}))?.ledger ?? [];

describe('permits over HTTP', () => {
  it('are asked for, redeemed, told of and given back by the agency the loan is with', async () => {
    const granted = await ask('agency-1', 'POST', '', permit());
    const again = await ask('agency-1', 'POST', '', permit());
    expect(granted).toMatchObject({ status: 201, json: { dials: [{ n: 1, state: 'reserved' }, { n: 2 }] } });
    expect(again).toEqual({ ...granted, status: 200 });

    const gone = await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1 });
    expect(gone).toMatchObject({ status: 201, json: { attempt: 'test/L1/1/0/permit-1/1' } });
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 2 })).toMatchObject({
      json: { code: 'dial-open' },
    });
    const told = await ask('agency-1', 'POST', '/permit-1/dials/1/outcome', { code: 'no-answer' });
    expect(told.json).toEqual({ concluded: 'now' });
    expect((await ask('agency-1', 'POST', '/permit-1/dials/1/outcome', { code: 'busy' })).json).toEqual({
      concluded: 'known',
    });
    expect((await ask('agency-1', 'DELETE', '/permit-1')).status).toBe(204);
    expect((await ask('agency-1', 'DELETE', '/permit-1')).status).toBe(204);

    expect(rung).toEqual(['test/L1/1', 'test/L1/1']);
    expect(await ledger()).toMatchObject([{ actId: 'test/L1/1/0/permit-1/1', open: false, connected: false }]);
    expect(await world.items('test/L1/1')).toMatchObject([{ kind: 'act-outcome', outcome: { code: 'no-answer' } }]);
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 2 })).toMatchObject({
      json: { code: 'permit-over' },
    });
    expect(await world.collections.permits.findOne({})).toMatchObject({ state: 'over', givenBackAt: ten });
  });

  it('are none of another agency’s business: it learns the same of a loan there is as of one there is not', async () => {
    await ask('agency-1', 'POST', '', permit());
    const plain = ({ json: { requestId: _id, ...shown }, status }: Awaited<ReturnType<typeof ask>>) => ({
      status,
      ...shown,
    });

    const theirs = plain(await ask('agency-2', 'POST', '', permit({ id: 'permit-2' })));
    const notPlaced = plain(await ask('agency-2', 'POST', '', permit({ id: 'permit-3', loans: ['L2'] })));
    await world.collections.loans.updateOne({ loanId: 'L2' }, { $unset: { openCase: '' } });
    const closed = plain(await ask('agency-2', 'POST', '', permit({ id: 'permit-4', loans: ['L2'] })));
    const nowhere = plain(await ask('agency-2', 'POST', '', permit({ id: 'permit-5', loans: ['L9'] })));
    const nobody = plain(await ask('agency-2', 'POST', '', permit({ id: 'permit-6', person: 'p9' })));

    expect(theirs).toMatchObject({ status: 403, code: 'placed-elsewhere' });
    for (const other of [notPlaced, closed, nowhere, nobody]) expect(other).toEqual(theirs);
    expect(await ask('agency-1', 'POST', '', permit({ id: 'permit-7', loans: ['L1', 'L2'] }))).toMatchObject({
      status: 403,
    });
    for (const [method, path, body] of [
      ['POST', '/permit-1/dials', { dial: 1 }],
      ['DELETE', '/permit-1', undefined],
    ] as const)
      expect(await ask('agency-2', method, path, body)).toMatchObject({
        status: 404,
        json: { code: 'unknown-permit' },
      });
    expect(await ask('agency-2', 'POST', '/permit-1/dials/1/outcome', { code: 'busy' })).toMatchObject({
      json: { code: 'unknown-dial' },
    });
    expect(await ledger()).toHaveLength(2);
  });

  it('name what they were granted for: the same id for something else is refused', async () => {
    await ask('agency-1', 'POST', '', permit());

    for (const other of [{ channel: 'dialler' }, { minutes: 59 }, { dials: 1 }])
      expect(await ask('agency-1', 'POST', '', permit(other))).toMatchObject({
        status: 409,
        json: { code: 'permit-id-taken' },
      });
  });

  it('answer a dial again to who asks under the same key, and say why it is not once they are revoked', async () => {
    await ask('agency-1', 'POST', '', permit());
    const first = await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1, key: 'k-1' });

    expect(first.json).not.toHaveProperty('again');
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1, key: 'k-1' })).toEqual({
      status: 200,
      json: { ...first.json, again: true },
    });
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 2, key: 'k-1' })).toMatchObject({
      status: 409,
      json: { code: 'key-used' },
    });
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1 })).toMatchObject({
      status: 409,
      json: { code: 'already-redeemed' },
    });
    const wishes = [{ wish: 'opt-out' }];
    await ask('agency-1', 'POST', '/permit-1/dials/1/outcome', { code: 'refuses', wishes });
    const revoked = { status: 409, json: { code: 'permit-revoked', revoked: 'opted-out' } };
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 2 })).toMatchObject(revoked);
    expect(await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1, key: 'k-1' })).toMatchObject(revoked);
    expect(rung.at(-1)).toBe('test/L1/1');
  });

  it('take no outcome of a time at which the dial had not been let go', async () => {
    await ask('agency-1', 'POST', '', permit());
    await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1 });
    const tell = (at: string) => ask('agency-1', 'POST', '/permit-1/dials/1/outcome', { code: 'busy', at });

    expect(await tell('2026-03-02T09:54:59+08:00')).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'at', reason: 'must not be before the dial was let go' }] },
    });
    expect(await world.items('test/L1/1')).toEqual([]);
    expect(await tell('2026-03-02T09:55:00+08:00')).toMatchObject({ json: { concluded: 'now' } });
  });

  it('count for nothing beyond what was dialled from the minute their window ends, sweep or no sweep', async () => {
    await world.collections.persons.updateOne({}, { $unset: { collectingParty: '' }, $set: { ledger: attempts(3) } });
    await world.collections.persons.updateOne({}, { $set: withAgency });
    await ask('agency-1', 'POST', '', permit());
    await ask('agency-1', 'POST', '/permit-1/dials', { dial: 1 });
    await ask('agency-1', 'POST', '/permit-1/dials/1/outcome', { code: 'busy' });
    await world.collections.persons.updateOne({}, { $unset: { collectingParty: '' }, $inc: { version: 1 } });

    // Five attempts a day: three made, one dialled, one reserved.
    await clockTo('2026-03-02T02:59:00.000Z');
    const before = await beginSms(world, 'L1');
    await clockTo('2026-03-02T03:00:00.000Z');
    const after = await beginSms(world, 'L1');

    expect(before).toMatchObject({ begun: 'no', withheld: { until: '2026-03-02T03:00:00.000Z' } });
    expect(after.begun).toBe('now');
    expect(await world.collections.permits.findOne({})).toMatchObject({ state: 'open' });
  });
});
