import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import { concludeDial } from '@recourse/activities/permits/conclude-dial';
import type { PermitStore } from '@recourse/activities/permits/permit-store';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { attempts } from './builders/ask-gate.js';
import { beginSms } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, tenant, ten } from './builders/contact-records.js';
import { aPermitRequest, aPlacement, byAgency, grant, redeem, withAgency } from './builders/permit-records.js';

let world: ContactMongo;
let permits: PermitStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
});
afterEach(() => world.close());

const given = (changes: Parameters<typeof aPerson>[1] = {}) =>
  world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'], changes)] });
const clockTo = (now: string) =>
  world.collections.tenants.updateOne({ _id: tenant }, { $set: { clock: { kind: 'test', now } } });
const ledgers = async () => ({
  person: (await world.collections.persons.findOne({}))?.ledger ?? [],
  point: (await world.collections.points.findOne({}))?.ledger ?? [],
});
const stateOf = async () => {
  const permit = await permits.permit(tenant, 'permit-1');
  return { state: permit?.state, because: permit?.revoked?.because, dials: permit?.dials.map(({ state }) => state) };
};
const moveLoan = ($set: object, $inc: object = {}) =>
  world.collections.loans.updateOne({}, { $set, $inc: { order: 1, ...$inc } });

describe('a permit', () => {
  it('reserves its dials in the ledgers of person and number, and asked for again reserves no more', async () => {
    await given();

    const granted = await grant(permits, aPermitRequest());
    const again = await grant(permits, aPermitRequest());

    expect(granted.granted?.dials).toHaveLength(3);
    expect(again.granted?.dials).toHaveLength(3);
    const { person, point } = await ledgers();
    expect(person).toHaveLength(3);
    expect(point).toEqual(person);
    expect(person[0]).toMatchObject({ open: true, sender: 'own', loans: ['L1'], party: 'borrower' });
  });

  it('grants only what the caps leave, and a sender after it finds nothing left', async () => {
    await given({ ledger: attempts(3) });

    const granted = await grant(permits, aPermitRequest({ dials: 10 }));
    const after = await beginSms(world, 'L1');
    const another = await grant(permits, aPermitRequest({ permitId: 'permit-2' }));

    // Five attempts a day; that each dial may become a conversation would leave three.
    expect(granted.granted?.dials).toHaveLength(2);
    expect(after).toMatchObject({ begun: 'no', withheld: { result: 'deferred' } });
    expect(another).toMatchObject({ granted: undefined, not: { because: 'put-off-by-law' }, ring: ['test/L1/1'] });
    const again = await grant(permits, aPermitRequest({ permitId: 'permit-3' }));
    expect(again).toMatchObject({ not: { because: 'put-off-by-law' }, ring: [] });
    const cap = expect.objectContaining({ rule: 'OWN-FREQ-1', verdict: 'defer' });
    expect(await world.items('test/L1/1')).toMatchObject([
      { kind: 'permit-withheld', withheld: { asked: 'permit', gate: { answers: expect.arrayContaining([cap]) } } },
    ]);
  });

  it('lets a dial go as an act, once, and the next when its outcome is told; the outcome is the case’s news', async () => {
    await given();
    await grant(permits, aPermitRequest());
    const dial = { tenant, permitId: 'permit-1', n: 1, holderId: 'dialler-1' };

    expect(await redeem(permits, 1)).toMatchObject({ go: true, actId: 'test/L1/1/0/permit-1/1' });
    expect(await redeem(permits, 1)).toMatchObject({ go: false, because: 'already-redeemed' });
    expect(await redeem(permits, 2)).toMatchObject({ go: false, because: 'dial-open' });
    expect(await redeem(permits, 2, { holderId: 'somebody' })).toMatchObject({ go: false, because: 'unknown-permit' });
    const report = { code: 'busy' as const, at: ten, law: beginRules.law };
    const ports = { permits, contacts: world.contacts, strategies: beginRules.strategiesByHash };
    expect(await concludeDial(ports, { ...dial, n: 2 }, report)).toBe('unknown-dial');
    expect(await concludeDial(ports, dial, { ...report, at: '2026-03-02T01:54:59.999Z' })).toBe('before-the-dial');
    expect(await concludeDial(ports, dial, report)).toMatchObject({ concluded: 'now', ring: ['test/L1/1'] });

    expect((await redeem(permits, 2)).go).toBe(true);
    const { person } = await ledgers();
    expect(person).toHaveLength(3);
    expect(person.find(({ actId }) => actId.endsWith('/1'))).toMatchObject({ open: false, connected: false });
    expect(await world.items('test/L1/1')).toMatchObject([{ kind: 'act-outcome', outcome: { code: 'busy' } }]);
    expect(await world.collections.acts.countDocuments({ actor: 'dialler-1', 'permit.permitId': 'permit-1' })).toBe(2);
  });

  it('places the hold an outcome asks for, and the next dial finds it', async () => {
    await given();
    await grant(permits, aPermitRequest());
    const gone = await redeem(permits, 1);
    if (!gone.go) throw new Error(gone.because);

    await concludeAttempt(world.contacts, gone.actId, { code: 'deceased-reported', at: ten, law: beginRules.law });

    expect(await redeem(permits, 2)).toMatchObject({ go: false, because: 'permit-revoked', revoked: 'held' });
    expect((await world.collections.persons.findOne({}))?.holds).toMatchObject([{ reason: 'death' }]);
  });

  it.each([
    ['position-changed', () => moveLoan({}, { positionVersion: 1 })],
    ['unresolved-event', () => moveLoan({ unresolved: ['topic/0/1'] })],
    ['case-closed', () => world.collections.loans.updateOne({}, { $unset: { openCase: '' }, $inc: { order: 1 } })],
    [
      'held',
      () => moveLoan({ holds: [{ id: 'h', reason: 'dispute', scope: { loan: 'L1' }, stops: ['contact'], from: ten }] }),
    ],
    [
      'opted-out',
      () =>
        world.collections.persons.updateOne(
          {},
          { $set: { standing: { optOuts: [{ at: ten }] } }, $inc: { version: 1 } },
        ),
    ],
    [
      'contact-stopped',
      () => world.collections.tenants.updateOne({}, { $set: { contactStopped: { by: 'a', at: ten, reason: 'r' } } }),
    ],
    ['placed-elsewhere', () => world.collections.persons.updateOne({}, { $set: withAgency, $inc: { version: 1 } })],
  ])('is revoked as %s at the next dial, and gives back what it had reserved', async (because, happens) => {
    await given();
    await grant(permits, aPermitRequest());
    await happens();

    expect(await redeem(permits, 1)).toMatchObject({ go: false, because: 'permit-revoked', revoked: because });
    const told = { kind: 'permit-withheld', withheld: { asked: 'dial', attempt: 'test/L1/1/0/permit-1/1', because } };
    expect(await world.items('test/L1/1')).toMatchObject(because === 'case-closed' ? [] : [told]);

    expect(await ledgers()).toEqual({ person: [], point: [] });
    expect(await stateOf()).toEqual({ state: 'revoked', because, dials: ['released', 'released', 'released'] });
    expect(await redeem(permits, 2)).toEqual({ go: false, because: 'permit-revoked', revoked: because });
  });

  it('ends with the hours of the law, although its window has not', async () => {
    await clockTo('2026-03-02T11:30:00.000Z');
    await given();
    const late = { dueAt: '2026-03-02T11:30:00.000Z' };
    await world.collections.cases.updateOne({}, { $set: { 'plan.dueAt': late.dueAt } });
    expect((await grant(permits, aPermitRequest())).granted).toBeDefined();
    await clockTo('2026-03-02T13:10:00.000Z');
    expect(await redeem(permits, 1)).toMatchObject({ because: 'permit-over' });

    await clockTo('2026-03-02T11:30:00.000Z');
    await world.collections.permits.updateOne({}, { $set: { until: '2026-03-02T14:00:00.000Z' } });
    await clockTo('2026-03-02T13:10:00.000Z');
    expect(await redeem(permits, 1)).toMatchObject({ because: 'permit-revoked', revoked: 'put-off-by-law' });
  });

  it('is over at the end of its window to the millisecond, and the sweep gives its reservations back', async () => {
    await given();
    await grant(permits, aPermitRequest());
    await redeem(permits, 1);
    await clockTo('2026-03-02T02:59:59.999Z');
    expect(await permits.releaseOver(10)).toBe(0);

    await clockTo('2026-03-02T03:00:00.000Z');

    expect(await redeem(permits, 2)).toMatchObject({ go: false, because: 'permit-over' });
    expect(await permits.releaseOver(10)).toBe(1);
    expect(await permits.releaseOver(10)).toBe(0);
    expect((await ledgers()).person.map(({ actId }) => actId)).toEqual(['test/L1/1/0/permit-1/1']);
    expect(await stateOf()).toEqual({ state: 'over', because: undefined, dials: ['redeemed', 'released', 'released'] });
  });

  it('waits while ingest may not have read a payment yet, and stays what it was', async () => {
    await given();
    await grant(permits, aPermitRequest());
    await world.collections.watermarks.deleteMany({});

    const unsure = mongoPermitStore(world.mongo, () => new Date());

    expect(await redeem(unsure, 1)).toEqual({ go: false, because: 'ingest-behind' });
    expect((await stateOf()).state).toBe('open');
  });
});

describe('a permit of an agency', () => {
  const placed = async () => {
    await given(withAgency);
    await world.collections.acts.insertOne(aPlacement());
  };

  it('is given to the agency the loan is with, and its dials bind as an agency’s', async () => {
    await placed();

    expect((await grant(permits, byAgency())).granted?.holder).toEqual({ kind: 'agency', id: 'agency-1' });

    expect((await ledgers()).person[0]).toMatchObject({ sender: 'agency', channel: 'call' });
    expect((await redeem(permits, 1, { holderId: 'agency-1' })).go).toBe(true);
  });

  it.each([
    ['another agency', byAgency({ holder: { kind: 'agency', id: 'agency-2' } })],
    ['our own dialler meanwhile', aPermitRequest()],
    ['a placement that is none', byAgency({ placementId: 'test/L1/1/1/other/1' })],
  ])('is refused to %s', async (_who, request) => {
    await placed();

    const result = await grant(permits, request);

    expect(result).toMatchObject({ granted: undefined, not: { because: 'placed-elsewhere' } });
    expect((await ledgers()).person).toEqual([]);
  });

  it('is no longer good once the loan is asked back', async () => {
    await placed();
    await grant(permits, byAgency());
    const recall = aPlacement();
    const { outcome: _none, ...begun } = recall;
    const planId = 'test/L1/1/1/recall-1/1';
    await world.collections.acts.insertOne({
      ...begun,
      _id: planId,
      act: { kind: 'recall-from-agency', agencyId: 'agency-1', placementId: recall._id },
      covers: recall.covers.map((covered) => ({ ...covered, planId })),
      status: 'begun',
    });

    expect(await redeem(permits, 1, { holderId: 'agency-1' })).toMatchObject({ revoked: 'placed-elsewhere' });
  });
});
