import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { planIdOf } from '@recourse/domain/case/case-id';
import type { BeginResult } from '@recourse/activities/contact/contact-store';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import { appendInTransaction } from '@recourse/infra/mongo/append-in-transaction';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, tenant, ten } from './builders/contact-records.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

const sms = (loanId: string): { caseId: string; planId: string; actor: string } => {
  const caseId = `${tenant}/${loanId}/1`;
  return { caseId, planId: planIdOf(caseId, 1, 'sms-1', 1), actor: 'worker' };
};
const begin = (loanId: string): Promise<BeginResult> => {
  const request = sms(loanId);
  return world.contacts.begin(request, judgeBegin(request, beginRules));
};
const clock = { now: async () => ({ now: ten, kind: 'test' as const }), wall: () => new Date() };
const withheldOf = (result: BeginResult) => (result.begun === 'no' ? result.withheld : undefined);

describe('begin', () => {
  it('lets exactly five of forty senders at once take a person’s five attempts of the day', async () => {
    const loans = Array.from({ length: 40 }, (_, nth) => `L${nth}`);
    // Each due alone: the merge would make one message of them.
    const apart = loans.map((loanId, nth) => aCase(loanId, { kind: 'send-reminder', purpose: 'collect', channel: nth % 2 ? 'sms' : 'voice-bot', personId: 'p1', pointId: 'm1', template: 'reminder-first' }));
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)), cases: apart, persons: [aPerson([])] });

    const results = await Promise.all(loans.map(begin));

    expect(results.filter(({ begun }) => begun === 'now')).toHaveLength(5);
    const others = results.map(withheldOf).filter((withheld) => withheld !== undefined);
    expect(others).toHaveLength(35);
    expect(others.every(({ result }) => result === 'deferred')).toBe(true);
    const person = await world.collections.persons.findOne({});
    expect(person?.ledger).toHaveLength(5);
    expect(await world.collections.acts.countDocuments()).toBe(5);
  });

  it('answers superseded when a payment was committed after the plan was made, and begins nothing', async () => {
    await world.given({ loans: [aLoan('L1', { positionVersion: 2 })], cases: [aCase('L1')], persons: [aPerson(['L1'])] });

    const result = await begin('L1');

    expect(withheldOf(result)).toMatchObject({ result: 'superseded', positionVersion: 2 });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('is superseded when payment and begin race, or ordered before the payment; twenty times over', async () => {
    const loans = Array.from({ length: 20 }, (_, nth) => `L${nth}`);
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)), cases: loans.map((loanId) => aCase(loanId)), persons: [aPerson([])] });
    const { collections, mongo } = world;
    const payOff = (loanId: string) =>
      inTransaction(mongo.connection, async (session) => {
        const _id = `${tenant}/${loanId}`;
        const loan = await collections.loans.findOne({ _id }, { session });
        if (!loan) throw new Error('no loan');
        const order = loan.order + 1;
        await collections.loans.updateOne({ _id, order: loan.order }, { $set: { order, positionVersion: loan.positionVersion + 1 } }, { session });
        return order;
      });

    const raced = await Promise.all(loans.map((loanId) => Promise.all([begin(loanId), payOff(loanId)])));

    for (const [result, paidAs] of raced) {
      if (result.begun === 'now') expect(result.act.covers[0]?.order).toBeLessThan(paidAs);
      else expect(['superseded', 'deferred']).toContain(withheldOf(result)?.result);
    }
  });

  it('makes one act of two loans due together, and the second begin finds its plan covered', async () => {
    await world.given({ loans: [aLoan('L1'), aLoan('L2')], cases: [aCase('L1'), aCase('L2')], persons: [aPerson(['L1', 'L2'])] });

    const first = await begin('L1');
    const second = await begin('L2');
    const again = await begin('L1');

    expect(first.begun === 'now' && first.act.covers.map(({ loanId }) => loanId)).toEqual(['L1', 'L2']);
    expect(withheldOf(second)).toMatchObject({ result: 'covered', by: sms('L1').planId });
    expect(again.begun).toBe('before');
    const loans = await world.collections.loans.find({}).toArray();
    expect(loans.map(({ order }) => order)).toEqual([2, 2]);
  });

  it('begins both of two loans once when both cases begin at the same moment', async () => {
    await world.given({ loans: [aLoan('L1'), aLoan('L2')], cases: [aCase('L1'), aCase('L2')], persons: [aPerson(['L1', 'L2'])] });

    const results = await Promise.all([begin('L1'), begin('L2')]);

    expect(results.map(({ begun }) => begun).sort()).toEqual(['no', 'now']);
    expect(results.map(withheldOf).find((withheld) => withheld)).toMatchObject({ result: 'covered' });
    expect(await world.collections.acts.countDocuments()).toBe(1);
  });

  it('leaves out the other loan when a payment of it has not been read by its plan', async () => {
    await world.given({ loans: [aLoan('L1'), aLoan('L2', { positionVersion: 2 })], cases: [aCase('L1'), aCase('L2')], persons: [aPerson(['L1', 'L2'])] });

    const first = await begin('L1');

    expect(first.begun === 'now' && first.act.covers.map(({ loanId }) => loanId)).toEqual(['L1']);
  });

  it.each([
    ['an event of the loan is parked', { unresolved: ['topic/0/7'] }, {}, 'unresolved-event'],
    ['nothing is overdue', { position: { currency: 'CNY', instalments: [], payments: [], outstanding: 0 } }, {}, 'nothing-overdue'],
    ['the loan is held', { holds: [{ id: 'h', reason: 'dispute', scope: { loan: 'L1' }, stops: ['contact'], from: ten }] }, {}, 'held'],
    ['the person has opted out', {}, { optOuts: ['sms'] }, 'opted-out'],
    ['an agency collects from the person', {}, { collectingParty: { kind: 'agency', partnerId: 'agency-1', placementId: 'x' } }, 'placed-elsewhere'],
  ] as const)('refuses when %s', async (_when, loan, person, reason) => {
    await world.given({ loans: [aLoan('L1', structuredClone(loan) as object)], cases: [aCase('L1')], persons: [aPerson(['L1'], structuredClone(person) as object)] });

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'refused', reason });
    expect(await world.collections.acts.countDocuments()).toBe(0);
  });

  it('refuses every contact after the kill switch', async () => {
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
    await world.collections.tenants.updateOne({ _id: tenant }, { $set: { contactStopped: { by: 'op', at: ten, reason: 'test' } } });

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'refused', reason: 'contact-stopped' });
  });

  it('defers while ingest has not said that it has read all payments', async () => {
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
    await world.collections.watermarks.updateOne({}, { $set: { reportedAt: new Date(0) } });

    expect(withheldOf(await begin('L1'))).toMatchObject({ result: 'deferred', rules: ['INGEST-CURRENT'] });
  });
});

describe('conclude', () => {
  beforeEach(async () => {
    await world.given({ loans: [aLoan('L1'), aLoan('L2'), aLoan('L3')], cases: [aCase('L1'), aCase('L2')], persons: [aPerson(['L1', 'L2', 'L3'])] });
    await begin('L1');
  });

  it('tells each covered case once, however often the receipt comes', async () => {
    const report = { status: 'delivered' as const, at: ten };
    const results = await Promise.all([1, 2, 3].map(() => concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, report)));

    expect(results.map((result) => (result === 'unknown-act' ? result : result.concluded)).sort()).toEqual(['known', 'known', 'now']);
    for (const loanId of ['L1', 'L2']) {
      const { caseId, planId } = sms(loanId);
      expect(await world.items(caseId)).toMatchObject([{ kind: 'act-outcome', outcome: { planId, actId: sms('L1').planId, result: 'delivered' } }]);
    }
    const person = await world.collections.persons.findOne({});
    expect(person?.ledger).toMatchObject([{ open: false, conversation: false }]);
    expect((await world.collections.points.findOne({}))?.ledger).toMatchObject([{ open: false }]);
  });

  it('keeps the first outcome when the second differs', async () => {
    await concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, { status: 'delivered', at: ten });
    await concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, { status: 'failed', at: ten });

    expect((await world.contacts.act(sms('L1').planId))?.outcome?.result).toBe('delivered');
  });

  it('does not know an act that was never begun', async () => {
    expect(await concludeAttempt({ contacts: world.contacts, clock }, 'test/L9/1/1/sms-1/1', { status: 'delivered', at: ten })).toBe('unknown-act');
  });

  it('places a person’s hold at once and tells it to the person’s other cases', async () => {
    await concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, { code: 'deceased-reported', at: ten });

    const person = await world.collections.persons.findOne({});
    expect(person?.holds).toMatchObject([{ reason: 'death', scope: { person: 'p1' } }]);
    expect(await world.items(sms('L3').caseId)).toMatchObject([{ kind: 'hold-reported', hold: { id: person?.holds[0]?.id } }]);
    const next = await begin('L3');
    expect(next.begun).toBe('no');
  });

  it('places a loan’s hold on every loan that was spoken of', async () => {
    await concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, { code: 'disputes', at: ten });

    const loans = await world.collections.loans.find({}).sort({ _id: 1 }).toArray();
    expect(loans.map(({ holds }) => holds.map(({ scope }) => scope))).toEqual([[{ loan: 'L1' }], [{ loan: 'L2' }], []]);
  });

  it('sets an act aside that was never sent: it does not count and its plan can be begun anew', async () => {
    const { planId, caseId } = sms('L1');
    await concludeAttempt({ contacts: world.contacts, clock }, planId, { status: 'never-sent', at: ten });

    expect((await world.collections.persons.findOne({}))?.ledger).toEqual([]);
    expect(await world.items(caseId)).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
    expect((await begin('L1')).begun).toBe('now');
    await concludeAttempt({ contacts: world.contacts, clock }, planId, { status: 'delivered', at: ten });
    expect(await world.items(caseId)).toHaveLength(2);
  });

  it('records the contact of a case that has closed meanwhile, and tells the others', async () => {
    await world.collections.loans.updateOne({ _id: `${tenant}/L1` }, { $unset: { openCase: '' } });

    const result = await concludeAttempt({ contacts: world.contacts, clock }, sms('L1').planId, { status: 'delivered', at: ten });

    expect(result).toEqual({ concluded: 'now', ring: [sms('L2').caseId] });
    expect(await world.items(sms('L1').caseId)).toEqual([]);
  });
});

describe('append and close', () => {
  const item = { kind: 'person-known', itemId: 'i1', at: ten, personId: 'p1' } as const;

  it('leaves no gap between them: either the item is in before the close is refused, or it is told that the case is closed', async () => {
    const loans = Array.from({ length: 20 }, (_, nth) => `L${nth}`);
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)) });
    const { collections, mongo } = world;
    const append = (loanId: string) => inTransaction(mongo.connection, (session) => appendInTransaction(collections, session, `${tenant}/${loanId}/1`, item, new Date()));
    const close = (loanId: string) =>
      inTransaction(mongo.connection, async (session) => {
        const closed = await collections.loans.updateOne({ _id: `${tenant}/${loanId}`, positionVersion: 1, inboxSeq: 0 }, { $unset: { openCase: '' } }, { session });
        return closed.matchedCount === 1;
      });

    const raced = await Promise.all(loans.map((loanId, nth) => (nth % 2 ? Promise.all([append(loanId), close(loanId)]) : Promise.all([close(loanId), append(loanId)]).then(([a, b]) => [b, a] as const))));

    for (const [appended, closed] of raced) expect([appended, closed]).toEqual(closed ? ['case-closed', true] : ['appended', false]);
  });
});
