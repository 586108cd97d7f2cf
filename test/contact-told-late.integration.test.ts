import { concludeAttempt, type AttemptReport } from '@recourse/activities/contact/conclude-attempt';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, tenant, ten } from './builders/contact-records.js';
import { noLaw } from './builders/no-law.js';

const { caseId, planId } = smsOf('L1');
const elsewhere = `${tenant}/L3/1`;
const died: AttemptReport = { code: 'deceased-reported', at: ten, law: noLaw };

let world: ContactMongo;
const tell = (report: AttemptReport) => concludeAttempt(world.contacts, planId, report);
const person = () => world.collections.persons.findOne({});

beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  await world.given({
    loans: [aLoan('L1'), aLoan('L2'), aLoan('L3')],
    cases: [aCase('L1'), aCase('L2')],
    persons: [aPerson(['L1', 'L2', 'L3'])],
  });
  await beginSms(world, 'L1');
  await tell({ status: 'unknown', at: ten });
});
afterEach(() => world.close());

describe('an act that was given up as unknown', () => {
  it('counts as a conversation until more is told of it', async () => {
    expect((await person())?.ledger).toMatchObject([{ open: true, conversation: true }]);
    expect(await world.items(caseId)).toMatchObject([{ outcome: { result: 'unknown' } }]);
  });

  it('takes the outcome that is told late: ledger, act, and a second item for every covered case', async () => {
    expect(await tell({ status: 'failed', at: ten })).toEqual({
      concluded: 'now',
      ring: [caseId, `${tenant}/L2/1`],
    });

    expect((await world.contacts.act(planId))?.outcome).toMatchObject({ result: 'failed' });
    expect((await person())?.ledger).toMatchObject([{ open: false, connected: false, conversation: false }]);
    for (const covered of [caseId, `${tenant}/L2/1`])
      expect(await world.items(covered)).toMatchObject([
        { outcome: { result: 'unknown', actId: planId } },
        { outcome: { result: 'failed', actId: planId }, itemId: expect.stringMatching(/\/told-late$/) },
      ]);
  });

  it('of which a death is told late holds the person at once, and every open case hears of it', async () => {
    await tell(died);

    const holds = (await person())?.holds ?? [];
    expect(holds).toMatchObject([{ reason: 'death', scope: { person: 'p1' } }]);
    expect(await world.items(elsewhere)).toMatchObject([{ kind: 'hold-reported', hold: { id: holds[0]?.id } }]);
  });

  it('is told late once: what comes after that, unknown again included, changes nothing', async () => {
    await tell({ status: 'delivered', at: ten });
    const before = { act: await world.contacts.act(planId), person: await person() };

    for (const report of [died, { status: 'unknown', at: ten }, { status: 'failed', at: ten }] as const)
      expect(await tell(report)).toMatchObject({ concluded: 'known' });

    expect({ act: await world.contacts.act(planId), person: await person() }).toEqual(before);
    expect(await world.items(caseId)).toHaveLength(2);
    expect(await world.items(elsewhere)).toHaveLength(0);
  });

  it('stays so when it is given up again', async () => {
    expect(await tell({ status: 'unknown', at: ten })).toMatchObject({ concluded: 'known' });

    expect(await world.items(caseId)).toHaveLength(1);
  });

  it('is not made never to have been: who cannot know whether it went out cannot take it back', async () => {
    expect(await tell({ status: 'never-sent', at: ten })).toMatchObject({ concluded: 'known' });

    expect((await world.contacts.act(planId))?.outcome).toMatchObject({ result: 'unknown' });
    expect((await person())?.ledger).toHaveLength(1);
  });
});
