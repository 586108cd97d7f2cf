import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BeginRules } from '@recourse/activities/contact/begin-rules';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import { ledgersChanged } from '@recourse/activities/permits/ledgers-changed';
import type { PermitRead, RedeemRead } from '@recourse/activities/permits/permit-store';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { LedgerEntry } from '@recourse/domain/contact/ledger-entry';
import { attempts } from '../builders/ask-gate.js';
import { aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { lawOf, ruleOf } from '../builders/law-of.js';
import { aPermitRead, aPermitRequest, byAgency } from '../builders/permit-records.js';

const capOf = (limit: number): BeginRules => ({
  ...beginRules,
  law: lawOf(ruleOf('frequency-cap', { unit: 'attempt', scope: ['point'], limit, days: 1, purposes: ['collect'] })),
});
const readOf = (ledger: LedgerEntry[] = []): PermitRead => aPermitRead({ person: aPerson(['L1'], { ledger }) }, ledger);
const granted = (
  read: PermitRead,
  dials: number,
  rules: BeginRules = beginRules,
): { permit: PermitRecord; read: PermitRead } => {
  const verdict = judgeGrant(aPermitRequest({ dials }), rules)(read);
  if (!verdict.granted) throw new Error(JSON.stringify(verdict));
  const { entries } = verdict;
  return { permit: verdict.granted, read: ledgersChanged(read, (ledger) => [...ledger, ...entries]) };
};
const dial = (n: number, holderId = 'dialler-1') => ({ tenant, permitId: 'permit-1', n, holderId });
const asked = (read: RedeemRead, n: number, rules: BeginRules = beginRules) => judgeRedeem(dial(n), rules)(read);

describe('permits', () => {
  test('grant as many dials as were asked for and the cap has left, never more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 10 }),
        (limit, taken, dials) => {
          const verdict = judgeGrant(aPermitRequest({ dials }), capOf(limit))(readOf(attempts(taken)));
          const most = Math.max(0, Math.min(dials, limit - taken));
          expect(verdict.granted?.dials.length ?? 0).toBe(most);
          if (verdict.granted) expect(verdict.entries).toHaveLength(most);
          else expect(verdict.not).toMatchObject({ because: 'put-off-by-law', rules: ['R-1'] });
        },
      ),
    );
  });

  test('let each reserved dial go once while nothing changes, in any order, and no dial that was not granted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 14 }),
        (dials, order) => {
          const first = granted(readOf(), dials, capOf(6));
          let { permit, read } = first;
          const went = new Set<number>();
          for (const n of order) {
            const verdict = asked({ ...read, permit, openCalls: [] }, n, capOf(6));
            expect(verdict.go).toBe(n >= 1 && n <= dials && !went.has(n));
            if (verdict.go !== true) continue;
            went.add(n);
            permit = { ...permit, ...verdict.permit };
            const { entry } = verdict;
            read = ledgersChanged(read, (ledger) => [...ledger.filter(({ actId }) => actId !== entry.actId), entry]);
            expect(read.person?.ledger).toHaveLength(dials);
          }
        },
      ),
    );
  });

  test('go by their window to the minute, by tenant clock', () => {
    const { permit, read } = granted(readOf(), 2);
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 180 }), (minutes) => {
        const now = minutesLater(ten, minutes);
        const verdict = asked({ ...read, now, permit, openCalls: [] }, 1);
        if (minutes >= 0 && minutes < 60) expect(verdict.go).toBe(true);
        else expect(verdict).toEqual({ go: false, because: 'permit-over' });
      }),
      { examples: [[-1], [0], [59], [60]] },
    );
  });

  test('are revoked by somebody else’s contact that took the last slot meanwhile, and release all that was left', () => {
    const { permit, read } = granted(readOf(), 3, capOf(3));
    const more = ledgersChanged(read, (ledger) => [...ledger, ...attempts(3)]);

    const verdict = asked({ ...more, permit, openCalls: [] }, 1, capOf(3));

    expect(verdict).toMatchObject({ go: 'revoke', revoked: 'put-off-by-law' });
    if (verdict.go !== 'revoke') throw new Error('was not revoked');
    expect(verdict.permit.dials.map(({ state }) => state)).toEqual(['released', 'released', 'released']);
  });

  test('are not given for longer than an hour, for more than ten dials, under no name, or to do anything but collect', () => {
    const because = (changes: Parameters<typeof aPermitRequest>[0]) => {
      const verdict = judgeGrant(aPermitRequest(changes), beginRules)(readOf());
      return verdict.granted ? 'granted' : verdict.not.because;
    };
    expect(because({ minutes: 60 })).toBe('granted');
    for (const minutes of [61, 0, -1, 1.5]) expect(because({ minutes })).toBe('minutes-not-1-to-60');
    expect(because({ dials: 10 })).toBe('granted');
    for (const dials of [11, 0, 2.5]) expect(because({ dials })).toBe('dials-not-1-to-10');
    expect(because({ permitId: 'a/b' })).toBe('bad-permit-id');
    for (const purpose of ['service', 'legally-required', 'locate'] as const)
      expect(because({ purpose })).toBe('bad-purpose');
    expect(because({ loans: [] })).toBe('no-loan');
    expect(because({ holder: { kind: 'agency', id: 'agency-1' } })).toBe('agency-without-placement');
    expect(because({ personId: 'p9' })).toBe('party-not-eligible');
  });

  test('tell an agency of what is not placed with it nothing but that, whatever there is to tell', () => {
    const read = readOf();
    const [one] = read.loans;
    if (!one) throw new Error('no loan');
    const { person: _person, point: _point, ...nobody } = read;
    const reads: PermitRead[] = [
      read,
      nobody,
      { ...read, loans: [] },
      { ...read, contactStopped: true },
      { ...read, loans: [{ loan: one.loan }] },
      { ...read, loans: [{ ...one, loan: { ...one.loan, unresolved: ['topic/0/1'] } }] },
      { ...read, loans: [{ ...one, loan: { ...one.loan, position: { ...one.loan.position, instalments: [] } } }] },
    ];

    for (const each of reads) {
      const verdict = judgeGrant(byAgency(), beginRules)(each);
      expect(verdict.granted).toBeUndefined();
      if (!verdict.granted) expect(verdict.not).toEqual({ because: 'placed-elsewhere', rules: [] });
    }
    expect(judgeGrant(aPermitRequest(), beginRules)({ ...read, contactStopped: true })).toMatchObject({
      not: { because: 'contact-stopped' },
    });
  });

  test('let our dialler ring nobody about a loan that an agency has, its co-borrowers neither', () => {
    const read = readOf();
    const [about] = read.loans;
    if (!about?.kase) throw new Error('no case');
    const handedTo = { kind: 'agency' as const, id: 'x', partnerId: 'agency-1', round: 1, since: ten };
    const placed = { ...read, loans: [{ ...about, kase: { ...about.kase, handedTo } }] };

    expect(judgeGrant(aPermitRequest(), beginRules)(read).granted).toBeDefined();
    expect(judgeGrant(aPermitRequest(), beginRules)(placed)).toMatchObject({ not: { because: 'placed-elsewhere' } });
  });

  test('are refused as held while a case is at intake, which is not closed', () => {
    const read = readOf();
    const [about] = read.loans;
    if (!about?.kase) throw new Error('no case');
    const kase = { ...about.kase, status: 'intake' as const };
    expect(judgeGrant(aPermitRequest(), beginRules)({ ...read, loans: [{ ...about, kase }] })).toMatchObject({
      not: { because: 'held' },
    });
  });
});
