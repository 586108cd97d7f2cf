import { concludeAttempt, type AttemptReport } from '@recourse/activities/contact/conclude-attempt';
import type { ConcludeResult } from '@recourse/activities/contact/contact-store';
import type { Wish } from '@recourse/domain/contact/wish';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aDeskCall, aLoan, aPerson, tenant, ten } from './builders/contact-records.js';
import { noLaw } from './builders/no-law.js';

const { caseId, planId } = smsOf('L1');
const noSms: Wish = { wish: 'opt-out', channel: 'sms' };
const yesSms: Wish = { wish: 'consent', to: 'medium', channel: 'sms' };

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  // What was said to a collector; the act's own channel does not matter to it.
  await world.given({
    loans: [aLoan('L1'), aLoan('L2'), aLoan('L3')],
    cases: [aCase('L1'), aCase('L2', aDeskCall), aCase('L3')],
    persons: [aPerson(['L1', 'L2', 'L3'])],
  });
  await world.collections.loans.updateOne({ loanId: 'L3' }, { $set: { positionVersion: 2 } });
  await beginSms(world, 'L1');
});
afterEach(() => world.close());

const tell = (
  code: Extract<AttemptReport, { code: string }>['code'],
  wishes: Wish[],
  at = ten,
): Promise<ConcludeResult> => concludeAttempt(world.contacts, planId, { code, wishes, at, law: noLaw });
const said = async () => (await world.collections.persons.findOne({}))?.said;
const told = (...wishes: object[]) => ({ kind: 'wishes-told', personId: 'p1', actId: planId, wishes });

describe('what a person asks for in a conversation', () => {
  it('is on the person with the outcome, and told to the cases the contact was about without saying more than what', async () => {
    const agreed: Wish = {
      wish: 'agreed-time',
      from: '22:30',
      to: '23:00',
      fromDay: '2026-03-02',
      untilDay: '2026-03-02',
    };
    expect(await tell('call-back-at', [noSms, agreed])).toMatchObject({ concluded: 'now' });

    expect(await said()).toMatchObject({
      optOuts: [{ channel: 'sms', at: ten }],
      agreedTimes: [{ from: '22:30', saidAt: ten }],
    });
    const items = await world.items(caseId);
    expect(items).toMatchObject([
      { kind: 'act-outcome', n: 1 },
      { ...told({ wish: 'opt-out', channel: 'sms' }, { wish: 'agreed-time' }), n: 2 },
    ]);
    expect(JSON.stringify(items[1])).not.toContain('22:30');
  });

  it('binds every other loan and sender at once', async () => {
    await tell('refuses', [noSms]);
    await world.collections.loans.updateOne({ loanId: 'L3' }, { $set: { positionVersion: 1 } });

    expect(await beginSms(world, 'L3')).toMatchObject({
      begun: 'no',
      withheld: { result: 'refused', reason: 'opted-out' },
    });
  });

  it('is heard when it takes a right back although the outcome is known already, once, and not when it gives one', async () => {
    await tell('refuses', []);
    const before = (await world.items(caseId)).length;

    expect(await tell('promise', [noSms, yesSms])).toMatchObject({ concluded: 'known' });
    expect(await tell('promise', [noSms, yesSms])).toMatchObject({ concluded: 'known' });

    expect(await said()).toMatchObject({ optOuts: [{ channel: 'sms' }], consents: [] });
    expect((await world.items(caseId)).slice(before)).toMatchObject([told({ wish: 'opt-out', channel: 'sms' })]);
    expect((await world.contacts.act(planId))?.outcome).toMatchObject({ code: 'refuses' });
  });

  it('gives no right when nobody knows that it was the person who spoke', async () => {
    await tell('not-verified', [yesSms, noSms]);

    expect(await said()).toMatchObject({ consents: [], optOuts: [{ channel: 'sms' }] });
  });
});

describe('an answer to a message', () => {
  const answer = (at = ten) => world.contacts.hear(planId, { wishes: [], stops: true, at });

  it('that asks to stop is an opt-out of the medium it answers, before any receipt, and once', async () => {
    expect(await answer()).toEqual({ ring: [caseId] });
    expect(await answer()).toEqual({ ring: [] });

    expect(await said()).toMatchObject({ optOuts: [{ channel: 'sms', at: ten }] });
    expect(await world.items(caseId)).toMatchObject([told({ wish: 'opt-out', channel: 'sms' })]);
    expect((await world.contacts.act(planId))?.status).toBe('begun');
  });

  it('to a message that is none of ours is told so', async () => {
    expect(await world.contacts.hear(`${tenant}/L1/1/9/sms-9/9`, { wishes: [noSms], at: ten })).toBe('unknown-act');
    expect(await said()).toBeUndefined();
  });

  it('is kept though the case is closed: it is the person’s', async () => {
    await world.collections.loans.updateMany({}, { $unset: { openCase: '' } });
    expect(await answer()).toEqual({ ring: [] });

    expect(await said()).toMatchObject({ optOuts: [{ channel: 'sms' }] });
  });
});
