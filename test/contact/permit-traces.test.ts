import { describe, expect, test } from 'vitest';
import { judgeGrant } from '@recourse/activities/permits/judge-grant';
import { judgeRedeem } from '@recourse/activities/permits/judge-redeem';
import type { GrantRead, PermitRead, PermitRequest, RedeemRead } from '@recourse/activities/permits/permit-store';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { PermitWithheld } from '@recourse/domain/contact/permit-withheld';
import { aCase, aLoan, aPerson, beginRules, ten, tenant } from '../builders/contact-records.js';
import { aPermitRead, aPermitRequest, byAgency } from '../builders/permit-records.js';

const held: Partial<LoanRecord> = {
  holds: [{ id: 'h', reason: 'dispute', scope: { loan: 'L2' }, stops: ['contact'], from: ten }],
};
const readOf = (second: Partial<LoanRecord> = {}, changes: Partial<GrantRead> = {}): PermitRead =>
  aPermitRead({
    person: aPerson(['L1', 'L2']),
    loans: [
      { loan: aLoan('L1'), kase: aCase('L1') },
      { loan: aLoan('L2', second), kase: aCase('L2') },
    ],
    ...changes,
  });
const ofBoth = (changes: Partial<PermitRequest> = {}) => aPermitRequest({ loans: ['L1', 'L2'], ...changes });
const refused = (read: GrantRead, changes: Partial<PermitRequest> = {}) => {
  const verdict = judgeGrant(ofBoth(changes), beginRules)(read);
  if (verdict.granted) throw new Error('was granted');
  return verdict;
};
const granted = (): PermitRecord => {
  const verdict = judgeGrant(ofBoth(), beginRules)(readOf());
  if (!verdict.granted) throw new Error(verdict.not.because);
  return verdict.granted;
};
const redeem = (read: RedeemRead, n = 1) =>
  judgeRedeem({ tenant, permitId: 'permit-1', n, holderId: 'dialler-1' }, beginRules)(read);
const withheldOf = ({ item }: { item: object }): PermitWithheld => (item as { withheld: PermitWithheld }).withheld;
const holdAnswer = (withheld: PermitWithheld | undefined) =>
  withheld?.gate?.answers.find(({ rule }) => rule === 'no-hold')?.verdict;

describe('a permit that is refused', () => {
  test('is told to each case with the rules asked about its own loan, and whose loan stood in the way', () => {
    const { not, notes } = refused(readOf(held));

    const [first, second] = notes.map(withheldOf);
    expect(not).toMatchObject({ because: 'held' });
    expect(notes.map(({ caseId }) => caseId)).toEqual(['test/L1/1', 'test/L2/1']);
    expect(first).toMatchObject({ asked: 'permit', because: 'held', loanId: 'L2' });
    expect(first?.attempt).toMatch(/^test\/L1\/1\/0\/refused-[0-9a-f]{16}\/1$/);
    expect(second).toMatchObject({
      attempt: first?.attempt.replace('L1', 'L2'),
      because: 'held',
      holder: { id: 'dialler-1' },
    });
    expect(second).not.toHaveProperty('loanId');
    expect([holdAnswer(first), holdAnswer(second)]).toEqual(['allow', 'refuse']);
  });

  test('is told with the instant it is put off to', () => {
    const { not, notes } = refused(readOf({}, { now: '2026-03-02T16:30:00.000Z' }));

    expect(not).toMatchObject({ because: 'put-off-by-law', until: expect.stringContaining('T') });
    expect(notes.map(withheldOf)).toMatchObject([
      { because: 'put-off-by-law', until: not.until },
      { until: not.until },
    ]);
  });

  test('is told where no rule was asked, to the cases that are open', () => {
    const [one] = readOf().loans;
    if (!one) throw new Error('no loan');
    const closed = { ...readOf(), loans: [one, { loan: aLoan('L2') }] };

    expect(refused(closed).notes.map(withheldOf)).toEqual([
      {
        attempt: expect.stringMatching(/^test\/L1\/1\/0\/refused-[0-9a-f]{16}\/1$/),
        asked: 'permit',
        holder: ofBoth().holder,
        because: 'case-closed',
        rules: [],
      },
    ]);
  });

  test('keeps nothing of what the asker wrote freely, and of a number that is none of the person’s tells no case at all', () => {
    const written = { permitId: 'zhangsan-13800138000' };
    const { notes } = refused(readOf(held), written);
    const { point: _none, ...nowhere } = readOf(held);

    expect(notes).toHaveLength(2);
    expect(JSON.stringify(notes)).not.toContain('13800138000');
    const unknown = { ...written, pointId: '13800138000' };
    for (const read of [nowhere, { ...nowhere, contactStopped: true }, { ...nowhere, loans: readOf().loans }])
      expect(refused(read, unknown).notes).toEqual([]);
    expect(refused({ ...nowhere, loans: readOf().loans }, unknown).not).toMatchObject({ because: 'unknown-point' });
  });

  test('asked for a thousand times is told once a local day, holder, number and reason', () => {
    const asked = (read: GrantRead, changes: Partial<PermitRequest> = {}) =>
      refused(read, changes).notes.map(({ item }) => item.itemId);
    const [first = ''] = asked(readOf(held));

    for (const [nth, hours] of [0, 1, 6].entries())
      expect(asked(readOf(held, { now: minutesLater(ten, 60 * hours) }), { permitId: `again-${nth}` })[0]).toBe(first);
    const others = [
      asked(readOf(held, { now: minutesLater(ten, 1440) }))[0],
      asked(readOf(held), { holder: { kind: 'dialler', id: 'dialler-2' } })[0],
      asked(readOf(held), { channel: 'voice-bot' })[0],
      asked(readOf({ unresolved: ['topic/0/1'] }))[0],
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  test.each<[string, PermitRead, Partial<PermitRequest>, string]>([
    ['by an agency that has it not', readOf(held), byAgency({ loans: ['L1', 'L2'] }), 'placed-elsewhere'],
    ['for somebody we do not know', unknownPerson(), {}, 'placed-elsewhere'],
    ['about a loan there is not', readOf({}, { loans: [] }), {}, 'placed-elsewhere'],
    ['in other words than they must be', readOf(), { minutes: 61 }, 'minutes-not-1-to-60'],
    ['with a loan named twice', readOf(), { loans: ['L1', 'L1'] }, 'loan-named-twice'],
    ['by a dialler that names a placement', readOf(), { placementId: 'test/L1/1/1/a/1' }, 'dialler-with-placement'],
    ['while ingest is behind', readOf({}, { ingestIsCurrent: false }), {}, 'ingest-behind'],
  ])('%s is told to no case', (_how, read, changes, because) => {
    expect(refused(read, changes)).toEqual({ granted: undefined, not: { because, rules: [] }, notes: [] });
  });
});

describe('the id of a permit', () => {
  test('asked for again in the same words gives the permit that was granted, whatever has changed since', () => {
    const before = granted();
    const again = judgeGrant(ofBoth({ loans: ['L2', 'L1'] }), beginRules)({ ...readOf(held), before });

    expect(again).toEqual({ granted: before, entries: [], again: true });
  });

  test.each<[string, Partial<PermitRequest>]>([
    ['more minutes', { minutes: 59 }],
    ['other dials', { dials: 2 }],
    ['another person', { personId: 'p2' }],
    ['another number', { pointId: 'm2' }],
    ['another channel', { channel: 'call' }],
    ['fewer loans', { loans: ['L1'] }],
    ['another purpose', { purpose: 'service' }],
    ['a placement', { placementId: 'test/L1/1/1/a/1' }],
    ['another holder', { holder: { kind: 'dialler', id: 'dialler-2' } }],
    ['another kind of holder', { holder: { kind: 'agency', id: 'dialler-1' } }],
  ])('is taken for %s', (_other, changes) => {
    expect(refused({ ...readOf(), before: granted() }, changes).not).toEqual({ because: 'permit-id-taken', rules: [] });
  });
});

describe('a dial', () => {
  test('that is let go about two loans keeps of each what was asked about it', () => {
    const verdict = redeem({ ...readOf(), permit: granted(), openCalls: [] });

    if (verdict.go !== true) throw new Error('was not let go');
    const { gate, covers } = verdict.act;
    expect(gate?.answers.length).toBeGreaterThan(5);
    expect(covers.map((covered) => covered.gate?.answers.length)).toEqual([undefined, gate?.answers.length]);
  });

  test('that revokes its permit is told to each case once for the permit, with the rules asked about its own loan', () => {
    const verdict = redeem({ ...readOf(held), permit: granted(), openCalls: [] }, 2);

    if (verdict.go !== 'revoke') throw new Error('was not revoked');
    const [first, second] = verdict.notes.map(withheldOf);
    expect(first).toMatchObject({ attempt: 'test/L1/1/0/permit-1/2', asked: 'dial', because: 'held', loanId: 'L2' });
    expect([holdAnswer(first), holdAnswer(second)]).toEqual(['allow', 'refuse']);
    expect(verdict.notes.map(({ item }) => item.itemId)).toEqual(
      Array(2).fill('permit/dialler/dialler-1/dial/2026-03-02/permit-1'),
    );
    expect(redeem({ ...readOf(held), permit: { ...granted(), ...verdict.permit }, openCalls: [] })).toEqual({
      go: false,
      because: 'permit-revoked',
      revoked: 'held',
    });
  });

  test('is not let go at another number than was reserved, though it goes by the same id now', () => {
    const read = readOf();
    if (!read.point) throw new Error('no point');
    const other = { ...read.point, ofPerson: { ...read.point.ofPerson, blindIndex: 'blind-other' } };

    expect(redeem({ ...read, point: other, permit: granted(), openCalls: [] })).toMatchObject({
      go: 'revoke',
      revoked: 'unknown-point',
    });
  });
});

function unknownPerson(): PermitRead {
  const { person: _person, point: _point, ...nobody } = readOf();
  return nobody;
}
