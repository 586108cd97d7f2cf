import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PermitStore } from '@recourse/activities/permits/permit-store';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { ReportedContact, ReportedContactStore } from '@recourse/activities/permits/reported-contact';
import { recordContact } from '@recourse/activities/permits/record-contact';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { mongoReportedContactStore } from '@recourse/infra/mongo/reported-contact-store';
import { attempts } from './builders/ask-gate.js';
import { beginSms } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, ten } from './builders/contact-records.js';
import { anEmergencyContact } from './builders/third-party-records.js';
import { aPlacement, byAgency, grant, placementId, redeem, withAgency } from './builders/permit-records.js';

let world: ContactMongo;
let permits: PermitStore;
let store: ReportedContactStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
  store = mongoReportedContactStore(world.mongo, () => new Date());
  await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'], withAgency)] });
  await world.collections.acts.insertOne(aPlacement());
});
afterEach(() => world.close());

/** 09:00 of the day before. */
const yesterday = '2026-03-01T01:00:00.000Z';
const told = (changes: Partial<ReportedContact> = {}): ReportedContact => ({
  placementId,
  personId: 'p1',
  pointId: 'm1',
  channel: 'call',
  code: 'not-verified',
  ...changes,
});
const report = (changes: Partial<ReportedContact> = {}, at = ten, itemId = '/agency/e1') =>
  recordContact({ reported: store, law: beginRules.law }, { contact: told(changes), itemId, at });
const kinds = async () => ((await world.items('test/L1/1')) as { kind: string }[]).map(({ kind }) => kind);
const ledgers = async () => [
  (await world.collections.persons.findOne({}))?.ledger ?? [],
  (await world.collections.points.findOne({}))?.ledger ?? [],
];

describe('a contact an agency reports', () => {
  it('with a dial that was let go concludes it, and is no breach', async () => {
    await grant(permits, byAgency());
    await redeem(permits, 1, { holderId: 'agency-1' });

    expect(await report({ permit: { permitId: 'permit-1', n: 1 } })).toEqual({ ring: ['test/L1/1'] });

    expect(await kinds()).toEqual(['act-outcome']);
    expect(await world.items('test/L1/1')).toMatchObject([{ outcome: { reached: 'p1', code: 'not-verified' } }]);
    const [person] = await ledgers();
    expect(person?.filter(({ open }) => !open)).toMatchObject([{ connected: true, conversation: false }]);
    expect((await redeem(permits, 2, { holderId: 'agency-1' })).go).toBe(true);
  });

  it.each<[string, Partial<ReportedContact>]>([
    ['without a permit', {}],
    ['by a permit nobody gave', { permit: { permitId: 'none', n: 1 } }],
    ['by a dial that was not let go', { permit: { permitId: 'permit-1', n: 2 } }],
    ['by another channel than the permit’s', { permit: { permitId: 'permit-1', n: 1 }, channel: 'sms' }],
  ])('%s counts as it happened and opens a breach, once', async (_how, changes) => {
    await grant(permits, byAgency());
    await redeem(permits, 1, { holderId: 'agency-1' });

    const first = await report(changes, yesterday);
    const again = await report(changes, yesterday);

    expect(first).toEqual({ ring: ['test/L1/1'] });
    expect(again).toEqual(first);
    expect(await kinds()).toEqual(['act-outcome', 'breach-reported']);
    for (const ledger of await ledgers())
      expect(ledger.filter(({ actId }) => actId.includes('/reported-'))).toMatchObject([
        { at: yesterday, open: false, connected: true, sender: 'agency', loans: ['L1'], party: 'borrower' },
      ]);
    expect(await world.items('test/L1/1')).toMatchObject([
      {},
      { breach: { kind: 'contact-without-permit', placementId } },
    ]);
  });

  it('stops everything at once when somebody said there that the debtor is dead', async () => {
    await grant(permits, byAgency());

    await report({ code: 'deceased-reported' });

    expect((await world.collections.persons.findOne({}))?.holds).toMatchObject([{ reason: 'death' }]);
    expect(await redeem(permits, 1, { holderId: 'agency-1' })).toMatchObject({ revoked: 'held' });
  });

  it('told a second time under a dial that has its outcome is one more, and nobody let that go', async () => {
    await grant(permits, byAgency());
    await redeem(permits, 1, { holderId: 'agency-1' });
    const permit = { permitId: 'permit-1', n: 1 };
    await report({ permit, code: 'busy' }, ten, '/agency/e1');

    await report({ permit, code: 'busy' }, ten, '/agency/e1');
    expect(await kinds()).toEqual(['act-outcome']);
    await report({ permit, code: 'promise' }, ten, '/agency/e2');

    expect(await kinds()).toEqual(['act-outcome', 'act-outcome', 'breach-reported']);
    const [person] = await ledgers();
    expect(person?.filter(({ open }) => !open).map(({ conversation }) => conversation)).toEqual([false, true]);
  });

  it('told again and again under one dial is one dial, and each further event one more contact', async () => {
    await grant(permits, byAgency());
    await redeem(permits, 1, { holderId: 'agency-1' });
    const permit = { permitId: 'permit-1', n: 1 };
    const rings = (nth: number) => report({ permit, code: 'no-answer' }, minutesLater(ten, nth), `/agency/e${nth}`);

    for (const nth of [0, 1, 0, 2]) await rings(nth);

    expect(await kinds()).toEqual(['act-outcome', 'act-outcome', 'breach-reported', 'act-outcome', 'breach-reported']);
    const [person] = await ledgers();
    expect(person?.filter(({ open }) => !open)).toHaveLength(3);
  });

  it('takes off the ledgers what is more than 90 days before it, as any contact does', async () => {
    const ledger = attempts(1).map((entry) => ({ ...entry, at: '2025-12-01T02:00:00.000Z' }));
    await world.collections.persons.updateOne({}, { $set: { ledger } });

    await report();

    const [person] = await ledgers();
    expect(person?.map(({ actId }) => actId.includes('/reported-'))).toEqual([true]);
  });

  it('with somebody whom the borrower named is heard of the borrower: a death there stops everything about the borrower', async () => {
    await world.given({ persons: [anEmergencyContact()] });

    await report({ personId: 'p2', pointId: 'm2', code: 'deceased-reported' });

    const holds = async (personId: string) =>
      (await world.collections.persons.findOne({ personId }))?.holds.map(({ reason }) => reason);
    expect(await holds('p1')).toEqual(['death']);
    expect(await holds('p2')).toEqual([]);
  });

  it.each<[string, PersonRecord]>([
    ['whom the borrower named', anEmergencyContact()],
    ['who is nothing to the loan', anEmergencyContact({ relations: [] })],
  ])('with somebody %s who wants no more of it is kept for ever', async (_who, person) => {
    await world.given({ persons: [person] });

    await report({ personId: 'p2', pointId: 'm2', code: 'third-party-refuses' });

    expect((await world.collections.persons.findOne({ personId: 'p2' }))?.refusedForEverAt).toBe(ten);
  });

  it('takes from the day it was made: five told of today leave none for us', async () => {
    await world.collections.persons.updateOne({}, { $unset: { collectingParty: '' } });
    for (const nth of [1, 2, 3, 4, 5]) await report({ code: 'no-answer' }, ten, `/agency/e${nth}`);

    expect(await beginSms(world, 'L1')).toMatchObject({ begun: 'no', withheld: { result: 'deferred' } });
  });

  it('told of the day before takes nothing from today', async () => {
    await world.collections.persons.updateOne({}, { $unset: { collectingParty: '' } });
    for (const nth of [1, 2, 3, 4, 5]) await report({ code: 'no-answer' }, yesterday, `/agency/e${nth}`);

    expect((await beginSms(world, 'L1')).begun).toBe('now');
  });

  it.each<[string, Partial<ReportedContact>, string]>([
    ['a placement that is none of ours', { placementId: 'test/L1/1/1/other/1' }, 'unknown-placement'],
    ['a person we do not know', { personId: 'p9' }, 'unknown-person'],
    ['a number the person has not', { pointId: 'm9' }, 'unknown-point'],
  ])('of %s is not taken, for somebody to look at', async (_what, changes, because) => {
    expect(await report(changes)).toBe(because);
    expect(await ledgers()).toEqual([[], []]);
    expect(await kinds()).toEqual([]);
  });
});
