import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import type { BeginResult } from '@recourse/activities/contact/contact-store';
import { concludeAttempt } from '@recourse/activities/contact/conclude-attempt';
import { judgeBegin } from '@recourse/activities/contact/judge-begin';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import type { GrantResult, PermitStore, RedeemResult } from '@recourse/activities/permits/permit-store';
import { redeemPermit } from '@recourse/activities/permits/redeem-permit';
import { mongoPermitStore } from '@recourse/infra/mongo/permit-store';
import { inTransaction } from '@recourse/infra/mongo/transaction';
import { smsOf } from './builders/begin-sms.js';
import { contactMongo, type ContactMongo } from './builders/contact-mongo.js';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from './builders/contact-records.js';
import { lawOf, ruleOf } from './builders/law-of.js';
import { aPermitRequest, grant, isBusy, redeem } from './builders/permit-records.js';

let world: ContactMongo;
let permits: PermitStore;
beforeEach(async () => {
  world = await contactMongo(inject('mongoUri'));
  permits = mongoPermitStore(world.mongo, () => new Date());
});
afterEach(() => world.close());

/** Six attempts a day on one number, and nothing else: nobody waits for the end of another's call. */
const six: BeginRules = {
  ...beginRules,
  contacts: { ...beginRules.contacts, longestCallMinutes: 0 },
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit: 6, days: 1, purposes: ['collect'] })),
};
/** Caps on nobody. */
const free: BeginRules = {
  ...beginRules,
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit: 99, days: 1, purposes: ['collect'] })),
};
const patiently = async <T extends BeginResult | GrantResult | RedeemResult>(ask: () => Promise<T>): Promise<T> => {
  const result = await ask();
  return isBusy(result) ? patiently(ask) : result;
};

/** Dial 1 of a permit. */
const letGo = (permitId: string): Promise<RedeemResult> =>
  patiently(() => {
    const dial = { tenant, permitId, n: 1, holderId: 'dialler-1' };
    return redeemPermit({ permits, rules: free }, dial);
  });

describe('senders and permits at once', () => {
  it('never take more than the six dials of a number, forty of them, some redeeming meanwhile', async () => {
    const loans = Array.from({ length: 40 }, (_, nth) => `L${nth}`);
    const apart = loans.map((loanId, nth) =>
      aCase(loanId, {
        kind: 'send-reminder',
        purpose: 'collect',
        channel: nth % 4 === 0 ? 'sms' : 'voice-bot',
        personId: 'p1',
        pointId: 'm1',
        template: 'reminder-first',
      }),
    );
    await world.given({ loans: loans.map((loanId) => aLoan(loanId)), cases: apart, persons: [aPerson([])] });

    const asPermit = async (loanId: string): Promise<number> => {
      const request = aPermitRequest({ permitId: `permit-${loanId}`, loans: [loanId], dials: 2 });
      const { granted } = await patiently(() => permits.grant(request, judgeGrant(request, six)));
      if (granted) await redeem(permits, 1, { permitId: request.permitId });
      return granted?.dials.length ?? 0;
    };
    const asSender = async (loanId: string): Promise<number> => {
      const request = smsOf(loanId);
      const result = await patiently(() => world.contacts.begin(request, judgeBegin(request, six)));
      return result.begun === 'now' ? 1 : 0;
    };
    const taken = await Promise.all(loans.map((loanId, nth) => (nth % 2 ? asPermit(loanId) : asSender(loanId))));

    expect(taken.reduce((sum, each) => sum + each, 0)).toBe(6);
    const point = await world.collections.points.findOne({});
    const person = await world.collections.persons.findOne({});
    expect(point?.ledger).toHaveLength(6);
    expect(new Set(person?.ledger.map(({ actId }) => actId)).size).toBe(6);
  });

  it('two permits for one number are never let go together: one is, the other when that is told of; ten dials over', async () => {
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1')], persons: [aPerson(['L1'])] });
    for (const nth of [1, 2, 3, 4, 5]) {
      const ids = [`a-${nth}`, `b-${nth}`];
      for (const permitId of ids) {
        const request = aPermitRequest({ permitId, dials: 1 });
        expect((await permits.grant(request, judgeGrant(request, free))).granted).toBeDefined();
      }

      const both = await Promise.all(ids.map((permitId) => letGo(permitId)));
      const gone = both.flatMap((result) => (result.go ? [result.actId] : []));
      expect(gone).toHaveLength(1);
      expect(both.find(({ go }) => !go)).toEqual({ go: false, because: 'dial-open' });

      for (const actId of gone) await concludeAttempt(world.contacts, actId, { code: 'busy', at: ten, law: free.law });
      const [left = ''] = ids.filter((permitId) => !gone.some((actId) => actId.includes(permitId)));
      const second = await letGo(left);
      if (!second.go) throw new Error(second.because);
      await concludeAttempt(world.contacts, second.actId, { code: 'busy', at: ten, law: free.law });
    }
    expect((await world.collections.persons.findOne({}))?.ledger).toHaveLength(10);
  });

  it('no dial goes beside a call of ours, at the person or at the number alone, until that is told of; given up as unknown it may ring still', async () => {
    const call = {
      kind: 'place-call' as const,
      purpose: 'collect' as const,
      by: 'voice-bot' as const,
      personId: 'p1',
      pointId: 'm1',
    };
    await world.given({ loans: [aLoan('L1')], cases: [aCase('L1', call)], persons: [aPerson(['L1'])] });
    const request = aPermitRequest();
    expect((await permits.grant(request, judgeGrant(request, free))).granted).toBeDefined();
    const begun = await world.contacts.begin(smsOf('L1'), judgeBegin(smsOf('L1'), free));
    if (begun.begun !== 'now') throw new Error(begun.begun);
    const inTheWay = { go: false, because: 'dial-open' };

    expect(await letGo('permit-1')).toEqual(inTheWay);
    const left = { $pull: { ledger: { actId: begun.act._id } } };
    await world.collections.persons.updateOne({}, left);
    expect(await letGo('permit-1')).toEqual(inTheWay);
    await concludeAttempt(world.contacts, begun.act._id, { status: 'unknown', at: ten });
    const point = await world.collections.points.findOne({});
    expect(point?.ledger.find(({ actId }) => actId === begun.act._id)).toMatchObject({ open: true });
    expect(await letGo('permit-1')).toEqual(inTheWay);
    await concludeAttempt(world.contacts, begun.act._id, { status: 'failed', at: ten });
    expect((await letGo('permit-1')).go).toBe(true);
  });

  it('a payment between grant and dial, or at the same moment as the dial, is read or comes after; ten times over', async () => {
    const loans = Array.from({ length: 10 }, (_, nth) => `L${nth}`);
    const persons = loans.map((loanId) => ({
      ...aPerson([loanId]),
      _id: `${tenant}/${loanId}`,
      personId: loanId,
      points: aPerson([]).points.map((point) => ({ ...point, blindIndex: `${point.blindIndex}-${loanId}` })),
    }));
    const owed = (loanId: string) => {
      const loan = aLoan(loanId);
      return {
        ...loan,
        ...(loan.terms && { terms: { ...loan.terms, debtors: [{ personId: loanId, role: 'borrower' as const }] } }),
      };
    };
    await world.given({ loans: loans.map(owed), cases: loans.map((loanId) => aCase(loanId)), persons });
    for (const loanId of loans)
      await grant(permits, aPermitRequest({ permitId: `permit-${loanId}`, loans: [loanId], personId: loanId }));
    const payOff = (loanId: string) =>
      inTransaction(world.mongo.connection, async (session) => {
        const _id = `${tenant}/${loanId}`;
        const loan = await world.collections.loans.findOne({ _id }, { session });
        if (!loan) throw new Error('no loan');
        const $inc = { order: 1, positionVersion: 1 };
        await world.collections.loans.updateOne({ _id, order: loan.order }, { $inc }, { session });
        return loan.order + 1;
      });

    const raced = await Promise.all(
      loans.map((loanId) => Promise.all([redeem(permits, 1, { permitId: `permit-${loanId}` }), payOff(loanId)])),
    );

    for (const [result, paidAs] of raced) {
      if (!result.go)
        expect(result).toMatchObject({ go: false, because: 'permit-revoked', revoked: 'position-changed' });
      else {
        const act = await world.collections.acts.findOne({ _id: result.actId });
        expect(act?.covers[0]?.order).toBeLessThan(paidAs);
      }
    }
    for (const loanId of loans)
      expect(await redeem(permits, 2, { permitId: `permit-${loanId}` })).toMatchObject({ go: false });
  });
});
