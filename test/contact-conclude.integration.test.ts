import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import { appendInTransaction } from '@recourse/infra/mongo/append-in-transaction';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, tenant, ten } from './builders/contact-records.js';
import { noLaw } from './builders/no-law.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
});
afterEach(() => world.close());

const begin = (loanId: string) => beginSms(world, loanId);

describe('conclude', () => {
  beforeEach(async () => {
    await world.given({
      loans: [aLoan('L1'), aLoan('L2'), aLoan('L3')],
      cases: [aCase('L1'), aCase('L2')],
      persons: [aPerson(['L1', 'L2', 'L3'])],
    });
    await begin('L1');
  });

  it('tells each covered case once, however often the receipt comes', async () => {
    const report = { status: 'delivered' as const, at: ten };
    const results = await Promise.all([1, 2, 3].map(() => concludeAttempt(world.contacts, smsOf('L1').planId, report)));

    expect(results.map((result) => (result === 'unknown-act' ? result : result.concluded)).sort()).toEqual([
      'known',
      'known',
      'now',
    ]);
    for (const loanId of ['L1', 'L2']) {
      const { caseId, planId } = smsOf(loanId);
      expect(await world.items(caseId)).toMatchObject([
        { kind: 'act-outcome', outcome: { planId, actId: smsOf('L1').planId, result: 'delivered' } },
      ]);
    }
    const person = await world.collections.persons.findOne({});
    expect(person?.ledger).toMatchObject([{ open: false, conversation: false }]);
    expect((await world.collections.points.findOne({}))?.ledger).toMatchObject([{ open: false }]);
  });

  it('keeps the first outcome when the second differs', async () => {
    await concludeAttempt(world.contacts, smsOf('L1').planId, { status: 'delivered', at: ten });
    await concludeAttempt(world.contacts, smsOf('L1').planId, { status: 'failed', at: ten });

    expect((await world.contacts.act(smsOf('L1').planId))?.outcome?.result).toBe('delivered');
  });

  it('does not know an act that was never begun', async () => {
    expect(
      await concludeAttempt(world.contacts, 'test/L9/1/1/sms-1/1', {
        status: 'delivered',
        at: ten,
      }),
    ).toBe('unknown-act');
  });

  it('places a person’s hold at once and tells it to the person’s other cases', async () => {
    await concludeAttempt(world.contacts, smsOf('L1').planId, {
      code: 'deceased-reported',
      at: ten,
      law: noLaw,
    });

    const person = await world.collections.persons.findOne({});
    expect(person?.holds).toMatchObject([{ reason: 'death', scope: { person: 'p1' } }]);
    expect(await world.items(smsOf('L3').caseId)).toMatchObject([
      { kind: 'hold-reported', hold: { id: person?.holds[0]?.id } },
    ]);
    const next = await begin('L3');
    expect(next.begun).toBe('no');
  });

  it('counts a result that comes the next day on the day of the contact', async () => {
    const next = '2026-03-03T03:00:00.000Z';
    await world.collections.tenants.updateOne({}, { $set: { clock: { kind: 'test', now: next } } });

    await concludeAttempt(world.contacts, smsOf('L1').planId, { status: 'delivered', at: next });

    for (const { ledger } of [
      await world.collections.persons.findOne({}),
      await world.collections.points.findOne({}),
    ].map((found) => ({ ledger: found?.ledger })))
      expect(ledger).toMatchObject([{ at: ten, open: false, connected: true }]);
  });

  it('places a loan’s hold on every loan that was spoken of', async () => {
    await concludeAttempt(world.contacts, smsOf('L1').planId, { code: 'disputes', at: ten, law: noLaw });

    const loans = await world.collections.loans.find({}).sort({ _id: 1 }).toArray();
    expect(loans.map(({ holds }) => holds.map(({ scope }) => scope))).toEqual([[{ loan: 'L1' }], [{ loan: 'L2' }], []]);
    for (const [nth, loanId] of ['L1', 'L2'].entries())
      expect(await world.items(smsOf(loanId).caseId)).toMatchObject([{ holds: loans[nth]?.holds }]);
  });

  it('sets an act aside that was never sent: it does not count and its plan can be begun anew', async () => {
    const { planId, caseId } = smsOf('L1');
    await concludeAttempt(world.contacts, planId, { status: 'never-sent', at: ten });

    expect((await world.collections.persons.findOne({}))?.ledger).toEqual([]);
    expect(await world.items(caseId)).toMatchObject([{ outcome: { result: 'provider-unavailable' } }]);
    expect((await begin('L1')).begun).toBe('now');
    await concludeAttempt(world.contacts, planId, { status: 'delivered', at: ten });
    expect(await world.items(caseId)).toHaveLength(2);
  });

  it('records the contact of a case that has closed meanwhile, and tells the others', async () => {
    await world.collections.loans.updateOne({ _id: `${tenant}/L1` }, { $unset: { openCase: '' } });

    const result = await concludeAttempt(world.contacts, smsOf('L1').planId, {
      status: 'delivered',
      at: ten,
    });

    expect(result).toEqual({ concluded: 'now', ring: [smsOf('L2').caseId] });
    expect(await world.items(smsOf('L1').caseId)).toEqual([]);
  });
});

describe('append and close', () => {
  const item = { kind: 'person-known', itemId: 'i1', at: ten, personId: 'p1' } as const;

  it('leaves no gap between them: either the item is in before the close is refused, or it is told that the case is closed', async () => {
    const loans = Array.from({ length: 20 }, (_, nth) => `L${nth}`);
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)) });
    const { collections, mongo } = world;
    const append = (loanId: string) =>
      inTransaction(mongo.connection, (session) =>
        appendInTransaction(collections, session, `${tenant}/${loanId}/1`, item, new Date()),
      );
    const close = (loanId: string) =>
      inTransaction(mongo.connection, async (session) => {
        const closed = await collections.loans.updateOne(
          { _id: `${tenant}/${loanId}`, positionVersion: 1, inboxSeq: 0 },
          { $unset: { openCase: '' } },
          { session },
        );
        return closed.matchedCount === 1;
      });

    const raced = await Promise.all(
      loans.map((loanId, nth) =>
        nth % 2
          ? Promise.all([append(loanId), close(loanId)])
          : Promise.all([close(loanId), append(loanId)]).then(([a, b]) => [b, a] as const),
      ),
    );

    for (const [appended, closed] of raced)
      expect([appended, closed]).toEqual(closed ? ['case-closed', true] : ['appended', false]);
  });
});
