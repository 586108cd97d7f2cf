import { contactOutcomesTopic, loanEventsTopic } from '@recourse/infra/kafka/topics';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BeginResult } from '@recourse/activities/contact/contact-store';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { attempts } from './builders/ask-gate.js';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, tenant, ten } from './builders/contact-records.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

const begin = (loanId: string) => beginSms(world, loanId);
/** On a machine under load a begin may give up after 5 s of conflicts; its case would then try again. */
const beginPatiently = async (loanId: string): Promise<BeginResult> => {
  const result = await begin(loanId);
  const withheld = withheldOf(result);
  const busy = withheld?.result === 'deferred' && withheld.rules.includes('BUSY');
  return busy ? beginPatiently(loanId) : result;
};
const withheldOf = (result: BeginResult) => (result.begun === 'no' ? result.withheld : undefined);

describe('begin', () => {
  it('lets exactly five of forty senders at once take a person’s five attempts of the day', async () => {
    const loans = Array.from({ length: 40 }, (_, nth) => `L${nth}`);
    // Each due alone: the merge would make one message of them.
    const apart = loans.map((loanId, nth) =>
      aCase(loanId, {
        kind: 'send-reminder',
        purpose: 'collect',
        channel: nth % 2 ? 'sms' : 'voice-bot',
        personId: 'p1',
        pointId: 'm1',
        template: 'reminder-first',
      }),
    );
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)), cases: apart, persons: [aPerson([])] });

    const results = await Promise.all(loans.map(beginPatiently));

    expect(results.filter(({ begun }) => begun === 'now')).toHaveLength(5);
    const others = results.map(withheldOf).filter((withheld) => withheld !== undefined);
    expect(others).toHaveLength(35);
    expect(others.every(({ result }) => result === 'deferred')).toBe(true);
    const person = await world.collections.persons.findOne({});
    expect(person?.ledger).toHaveLength(5);
    expect(await world.collections.acts.countDocuments()).toBe(5);
  });

  it('trims the ledger to 90 days, and keeps what was refused for ever', async () => {
    const refused = '2025-01-01T00:00:00.000Z';
    const [old] = attempts(1, {}, '2025-11-30T01:00:00.000Z');
    const [recent] = attempts(1, {}, '2025-12-30T01:00:00.000Z');
    if (!old || !recent) throw new Error('no attempts');
    const person = aPerson(['L1'], { ledger: [old, recent], refusedForEverAt: refused });
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [person] });

    expect((await begin('L1')).begun).toBe('now');

    const after = await world.collections.persons.findOne({});
    expect(after?.ledger.map(({ at }) => at)).toEqual([recent.at, ten]);
    expect(after?.refusedForEverAt).toBe(refused);
  });

  it('answers superseded when a payment was committed after the plan was made, and begins nothing', async () => {
    await world.given({
      loans: [aLoan('L1', { positionVersion: 2 })],
      cases: [aCase('L1')],
      persons: [aPerson(['L1'])],
    });

    const result = await begin('L1');

    expect(withheldOf(result)).toMatchObject({ result: 'superseded', positionVersion: 2 });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('is superseded when payment and begin race, or ordered before the payment; twenty times over', async () => {
    const loans = Array.from({ length: 20 }, (_, nth) => `L${nth}`);
    await world.given({
      loans: loans.map((loanId) => aLoan(loanId)),
      cases: loans.map((loanId) => aCase(loanId)),
      persons: [aPerson([])],
    });
    const { collections, mongo } = world;
    const payOff = (loanId: string) =>
      inTransaction(mongo.connection, async (session) => {
        const _id = `${tenant}/${loanId}`;
        const loan = await collections.loans.findOne({ _id }, { session });
        if (!loan) throw new Error('no loan');
        const order = loan.order + 1;
        await collections.loans.updateOne(
          { _id, order: loan.order },
          { $set: { order, positionVersion: loan.positionVersion + 1 } },
          { session },
        );
        return order;
      });

    const raced = await Promise.all(loans.map((loanId) => Promise.all([begin(loanId), payOff(loanId)])));

    for (const [result, paidAs] of raced) {
      if (result.begun === 'now') expect(result.act.covers[0]?.order).toBeLessThan(paidAs);
      else expect(['superseded', 'deferred']).toContain(withheldOf(result)?.result);
    }
  });

  it('makes one act of two loans due together, and the second begin finds its plan covered', async () => {
    await world.given({
      loans: [aLoan('L1'), aLoan('L2')],
      cases: [aCase('L1'), aCase('L2')],
      persons: [aPerson(['L1', 'L2'])],
    });

    const first = await begin('L1');
    const second = await begin('L2');
    const again = await begin('L1');

    expect(first.begun === 'now' && first.act.covers.map(({ loanId }) => loanId)).toEqual(['L1', 'L2']);
    expect(withheldOf(second)).toMatchObject({ result: 'covered', by: smsOf('L1').planId });
    expect(again.begun).toBe('before');
    const loans = await world.collections.loans.find({}).toArray();
    expect(loans.map(({ order }) => order)).toEqual([2, 2]);
  });

  it('begins both of two loans once when both cases begin at the same moment', async () => {
    await world.given({
      loans: [aLoan('L1'), aLoan('L2')],
      cases: [aCase('L1'), aCase('L2')],
      persons: [aPerson(['L1', 'L2'])],
    });

    const results = await Promise.all([begin('L1'), begin('L2')]);

    expect(results.map(({ begun }) => begun).sort()).toEqual(['no', 'now']);
    expect(results.map(withheldOf).find((withheld) => withheld)).toMatchObject({ result: 'covered' });
    expect(await world.collections.acts.countDocuments()).toBe(1);
  });

  it('leaves out the other loan when a payment of it has not been read by its plan', async () => {
    await world.given({
      loans: [aLoan('L1'), aLoan('L2', { positionVersion: 2 })],
      cases: [aCase('L1'), aCase('L2')],
      persons: [aPerson(['L1', 'L2'])],
    });

    const first = await begin('L1');

    expect(first.begun === 'now' && first.act.covers.map(({ loanId }) => loanId)).toEqual(['L1']);
  });

  it.each([
    ['an event of the loan is parked', { unresolved: ['topic/0/7'] }, {}, 'unresolved-event'],
    [
      'nothing is overdue',
      { position: { currency: 'CNY', instalments: [], payments: [], outstanding: 0 } },
      {},
      'nothing-overdue',
    ],
    [
      'the loan is held',
      { holds: [{ id: 'h', reason: 'dispute', scope: { loan: 'L1' }, stops: ['contact'], from: ten }] },
      {},
      'held',
    ],
    [
      'the person has opted out',
      {},
      { holds: [{ id: 'o', reason: 'opted-out', scope: { person: 'p1' }, stops: ['contact'], from: ten }] },
      'opted-out',
    ],
    [
      'an agency collects from the person',
      {},
      { collectingParty: { kind: 'agency', partnerId: 'agency-1', placementId: 'x' } },
      'placed-elsewhere',
    ],
  ] as const)('refuses when %s', async (_when, loan, person, reason) => {
    await world.given({
      loans: [aLoan('L1', structuredClone(loan) as object)],
      cases: [aCase('L1')],
      persons: [aPerson(['L1'], structuredClone(person) as object)],
    });

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'refused', reason });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('refuses every contact after the kill switch', async () => {
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
    await world.collections.tenants.updateOne(
      { _id: tenant },
      { $set: { contactStopped: { by: 'op', at: ten, reason: 'test' } } },
    );

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'refused', reason: 'contact-stopped' });
  });

  it('defers while ingest has not said that it has read all payments', async () => {
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
    await world.collections.watermarks.updateOne({ topic: loanEventsTopic }, { $set: { reportedAt: new Date(0) } });

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'deferred', rules: ['INGEST-CURRENT'] });
  });

  it.each([
    ['is behind', { $set: { currentThrough: new Date(0) } }],
    ['has never been reported', undefined],
  ])(
    'defers while one topic has been read and the other %s: a death told on either must be heard',
    async (_w, change) => {
      await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
      const other = { topic: contactOutcomesTopic };
      if (change) await world.collections.watermarks.updateOne(other, change);
      else await world.collections.watermarks.deleteMany(other);

      expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'deferred', rules: ['INGEST-CURRENT'] });
    },
  );
});
