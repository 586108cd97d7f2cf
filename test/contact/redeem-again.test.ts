import { describe, expect, test } from 'vitest';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import type { PermitRead, RedeemRead } from '@recourse/activities/permits/permit-store';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { lawOf, ruleOf } from '../builders/law-of.js';
import { aPermitRequest } from '../builders/permit-records.js';

/** One attempt a day and no more: the dial itself has taken it. */
const once: BeginRules = {
  ...beginRules,
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit: 1, days: 1, purposes: ['collect'] })),
};
const [mobile] = aPerson(['L1']).points;
if (!mobile) throw new Error('no mobile');
const world: PermitRead = {
  now: ten,
  wall: new Date(ten),
  contactStopped: false,
  ingestIsCurrent: true,
  person: aPerson(['L1']),
  point: {
    ofPerson: mobile,
    record: { _id: 'x', tenant, blindIndex: mobile.blindIndex, ledger: [], holds: [], version: 1 },
  },
  loans: [{ loan: aLoan('L1'), kase: aCase('L1') }],
  placementIsLive: false,
};
const redeem = (read: RedeemRead, n: number, key: string | undefined, rules: BeginRules) =>
  judgeRedeem({ tenant, permitId: 'permit-1', n, holderId: 'dialler-1', ...(key && { key }) }, rules)(read);

/** Dial 1 has been let go under `k-1`, and nobody has told what came of it. */
const letGo = (dials: number, rules: BeginRules) => {
  const grant = judgeGrant(aPermitRequest({ dials }), rules)(world);
  if (!grant.granted) throw new Error(grant.not.because);
  const first = redeem({ ...world, permit: grant.granted, openCalls: [] }, 1, 'k-1', rules);
  if (first.go !== true) throw new Error('was not let go');
  const { _id: actId, notAfter } = first.act;
  const permit: PermitRecord = { ...grant.granted, ...first.permit };
  const { point } = world;
  const person = { ...aPerson(['L1']), ledger: [first.entry] };
  const read: RedeemRead = {
    ...world,
    person,
    ...(point && { point: { ...point, record: { ...point.record, ledger: [first.entry] } } }),
    permit,
    openCalls: [{ actId, begunAt: ten, notAfter }],
  };
  return { read, permit, actId, notAfter };
};
const { read, permit, actId, notAfter } = letGo(3, beginRules);
const again = (changes: Partial<RedeemRead> = {}, n = 1, key: string | undefined = 'k-1') =>
  redeem({ ...read, ...changes }, n, key, beginRules);
const loanWith = (changes: object): Partial<RedeemRead> => ({
  loans: [{ loan: { ...aLoan('L1'), ...changes }, kase: aCase('L1') }],
});
const death: PersonRecord['holds'] = [
  { id: 'h', reason: 'death', scope: { person: 'p1' }, stops: ['contact'], from: ten },
];

describe('a dial asked for again under its key', () => {
  test('is answered as it was while nothing has changed and it may begin, though it has itself taken the last slot', () => {
    expect(again()).toEqual({ go: 'again', actId, notAfter });

    const last = letGo(1, once);
    expect(redeem(last.read, 1, 'k-1', once)).toEqual({ go: 'again', actId: last.actId, notAfter: last.notAfter });
  });

  test.each<[string, Partial<RedeemRead>, string]>([
    ['contact is stopped', { contactStopped: true }, 'contact-stopped'],
    ['somebody has paid', loanWith({ positionVersion: 2 }), 'position-changed'],
    ['an event is parked', loanWith({ unresolved: ['topic/0/1'] }), 'unresolved-event'],
    ['the case is closed', { loans: [{ loan: aLoan('L1') }] }, 'case-closed'],
    ['the debtor has died', { person: { ...aPerson(['L1']), holds: death } }, 'held'],
    [
      'an agency has the loan',
      { person: { ...aPerson(['L1']), collectingParty: { kind: 'agency', partnerId: 'a', placementId: 'x' } } },
      'placed-elsewhere',
    ],
  ])(
    'is let go no more when %s meanwhile: the permit is revoked, and the dial stays one that may have been made',
    (_what, changes, revoked) => {
      const verdict = again(changes);

      expect(verdict).toMatchObject({ go: 'revoke', revoked });
      if (verdict.go !== 'revoke') throw new Error('was not revoked');
      expect(verdict.permit.dials.map(({ state }) => state)).toEqual(['redeemed', 'released', 'released']);
    },
  );

  test('waits like any other while ingest may not have read a payment, and while somebody else’s call is under way', () => {
    expect(again({ ingestIsCurrent: false })).toEqual({ go: false, because: 'ingest-behind' });
    expect(
      again({ openCalls: [...read.openCalls, { actId: 'test/L9/1/1/call-1/1', begunAt: ten, notAfter }] }),
    ).toEqual({
      go: false,
      because: 'dial-open',
    });
  });

  test('is no more answered when its time to begin is over, its outcome is told, or it is asked for under another key', () => {
    const no = { go: false, because: 'already-redeemed' };

    expect(again({ wall: notAfter })).toEqual(no);
    expect(again({ openCalls: [] })).toEqual(no);
    expect(again({}, 1, 'k-2')).toEqual(no);
    expect(redeem(read, 1, undefined, beginRules)).toEqual(no);
  });

  test('cannot be asked for under the key of another dial of the permit', () => {
    const used = { go: false, because: 'key-used' };

    expect(again({}, 2, 'k-1')).toEqual(used);
    expect(again({ openCalls: [] }, 2, 'k-1')).toEqual(used);
    expect(again({ openCalls: [] }, 2, 'k-2')).toMatchObject({ go: true });
    expect(again({ permit: { ...permit, state: 'over' } }, 2, 'k-1')).toEqual({ go: false, because: 'permit-over' });
  });
});

describe('a dial', () => {
  test('is not let go while any other call to the person or number is under way', () => {
    const openCalls = [{ actId: 'test/L1/1/1/call-1/1', begunAt: ten, notAfter }];
    const grant = judgeGrant(aPermitRequest(), beginRules)(world);
    if (!grant.granted) throw new Error(grant.not.because);

    expect(redeem({ ...world, permit: grant.granted, openCalls }, 1, undefined, beginRules)).toEqual({
      go: false,
      because: 'dial-open',
    });
  });

  const rings = [{ actId: 'test/L1/1/1/call-1/1', begunAt: ten, notAfter }];
  const granted = (rules: BeginRules): PermitRecord => {
    const grant = judgeGrant(aPermitRequest(), rules)(world);
    if (!grant.granted) throw new Error(grant.not.because);
    return grant.granted;
  };

  test.each<[string, Partial<RedeemRead>, string]>([
    ['somebody has paid', loanWith({ positionVersion: 2 }), 'position-changed'],
    ['the debtor has died', { person: { ...aPerson(['L1']), holds: death } }, 'held'],
  ])('does not wait for a call to end when %s: its permit is revoked at once', (_what, changes, revoked) => {
    const asked = { ...world, permit: granted(beginRules), openCalls: rings, ...changes };

    expect(redeem(asked, 1, undefined, beginRules)).toMatchObject({ go: 'revoke', revoked });
  });

  test('keeps its permit while the call that is under way is all that fills the cap, and loses it when the cap is full without', () => {
    const first = redeem({ ...world, permit: granted(once), openCalls: [] }, 1, undefined, once);
    if (first.go !== true) throw new Error('was not let go');
    const full: RedeemRead = {
      ...world,
      permit: { ...granted(once), permitId: 'permit-2' },
      openCalls: rings,
      ...(world.point && {
        point: { ...world.point, record: { ...world.point.record, ledger: [{ ...first.entry, actId: 'other' }] } },
      }),
    };

    expect(redeem(full, 1, undefined, once)).toEqual({ go: false, because: 'dial-open' });
    expect(redeem({ ...full, openCalls: [] }, 1, undefined, once)).toMatchObject({
      go: 'revoke',
      revoked: 'put-off-by-law',
    });
  });

  test('about two loans does not wait for a call to end when one of them is held, though the other is only put off', () => {
    const both = ['L1', 'L2'];
    const person = aPerson(both);
    const loans = both.map((loanId) => ({ loan: aLoan(loanId), kase: aCase(loanId) }));
    const { granted: permit } = judgeGrant(aPermitRequest({ loans: both }), once)({ ...world, person, loans });
    if (!permit) throw new Error('was not granted');
    const first = redeem({ ...world, person, loans, permit, openCalls: [] }, 1, undefined, once);
    if (first.go !== true) throw new Error('was not let go');
    const ledger = [{ ...first.entry, actId: 'other', loans: ['L1'] }];
    const asked = (held: string[]): RedeemRead => ({
      ...world,
      permit,
      openCalls: rings,
      person,
      loans: loans.map(({ loan, kase }) => {
        const hold = { id: 'h', reason: 'dispute' as const, scope: { loan: loan.loanId }, from: ten };
        const holds = held.includes(loan.loanId) ? [{ ...hold, stops: ['contact' as const] }] : [];
        return { loan: { ...loan, holds }, kase };
      }),
      ...(world.point && { point: { ...world.point, record: { ...world.point.record, ledger } } }),
    });

    expect(redeem(asked([]), 1, undefined, once)).toEqual({ go: false, because: 'dial-open' });
    for (const loanId of both)
      expect(redeem(asked([loanId]), 1, undefined, once)).toMatchObject({ go: 'revoke', revoked: 'held' });
  });
});
