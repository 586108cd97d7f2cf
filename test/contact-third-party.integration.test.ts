import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { beginSms, smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, ten } from './builders/contact-records.js';
import { noLaw } from './builders/no-law.js';
import { aLocateMessage, anEmergencyContact, threeFailedCalls } from './builders/third-party-records.js';

let world: ContactMongo;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  await world.given({
    loans: [aLoan('L1'), aLoan('L2')],
    cases: [aCase('L1', aLocateMessage), aCase('L2', aLocateMessage)],
    persons: [aPerson(['L1', 'L2'], { ledger: threeFailedCalls }), anEmergencyContact()],
  });
});
afterEach(() => world.close());

const person = async (personId: string): Promise<PersonRecord | null> =>
  world.collections.persons.findOne({ personId });
const locate = (loanId: string) => beginSms(world, loanId);
const answers = (code: 'third-party-refuses' | 'deceased-reported' | 'third-party-relays') =>
  concludeAttempt(world.contacts, smsOf('L1').planId, { code, at: ten, law: noLaw });

describe('a contact with somebody the debtor named', () => {
  it('writes the debtor too, and says on the act whom it is about and on what evidence', async () => {
    const { begun, ...rest } = await locate('L1');

    expect(begun).toBe('now');
    expect('act' in rest && rest.act).toMatchObject({
      personId: 'p2',
      about: {
        personId: 'p1',
        party: 'emergency-contact',
        unreachable: { because: 'attempts-failed', acts: threeFailedCalls.map(({ actId }) => actId) },
      },
    });
    expect((await person('p1'))?.version).toBe(2);
    expect((await person('p2'))?.ledger).toMatchObject([{ purpose: 'locate', open: true }]);
    expect((await person('p1'))?.ledger).toHaveLength(3);
  });

  it('loses to a word of the debtor that comes at the same time: whichever is second has read the first', async () => {
    const reached = { ...threeFailedCalls[0], actId: 'reached', at: ten, connected: true, rightParty: true };
    const spoken = world.collections.persons.updateOne(
      { personId: 'p1' },
      { $push: { ledger: reached as never }, $inc: { version: 1 } },
    );
    const [result] = await Promise.all([locate('L1'), spoken]);
    const debtor = await person('p1');

    // Second begin: it has read the word, and refuses.
    expect(debtor?.ledger).toHaveLength(4);
    expect(await locate('L2')).toMatchObject({ begun: 'no', withheld: { reason: 'party-not-eligible' } });
    expect(debtor?.version).toBe(result.begun === 'now' ? 3 : 2);
  });

  it('is the last one when they refuse, for every loan and however old the refusal grows', async () => {
    await locate('L1');
    await answers('third-party-refuses');

    expect((await person('p2'))?.refusedForEverAt).toBe(ten);
    expect((await person('p1'))?.refusedForEverAt).toBeUndefined();
    await world.collections.persons.updateOne({ personId: 'p2' }, { $set: { ledger: [], holds: [] } });
    await world.collections.points.updateMany({}, { $set: { holds: [], ledger: [] } });
    expect(await locate('L2')).toMatchObject({ begun: 'no', withheld: { reason: 'refused-for-ever' } });
  });

  it('puts what they say of the debtor on the debtor, and tells the debtor’s other cases', async () => {
    await locate('L1');
    await answers('deceased-reported');

    expect((await person('p1'))?.holds).toMatchObject([{ reason: 'death', scope: { person: 'p1' } }]);
    expect((await person('p2'))?.holds).toEqual([]);
    expect(await world.items(smsOf('L2').caseId)).toMatchObject([{ kind: 'hold-reported' }]);
  });

  it('refuses nobody who only relays', async () => {
    await locate('L1');
    await answers('third-party-relays');

    expect((await person('p2'))?.refusedForEverAt).toBeUndefined();
  });
});
