import { describe, expect, it } from 'vitest';
import { loanEventReader } from '@recourse/infra/events/loan-event-reader';
import type { TakenOn } from '@recourse/domain/case/taken-on';
import { loanRecord, missed } from '../../../test/builders/loan-records.js';
import { takenOn } from '../../../test/builders/taken-on.js';
import type { IntakeRead, IntakeVerdict } from './intake-store.js';
import { judgeIntake } from './judge-intake.js';
import { noLaw } from '../../../test/builders/no-law.js';

const now = '2026-02-11T01:00:00.000Z';
const place = { topic: 't', partition: 0, offset: '1' };
const read = loanEventReader((zone) => zone === 'Asia/Shanghai');

const judge = (change: Partial<TakenOn> = {}, known: Partial<IntakeRead> = {}): IntakeVerdict => {
  const answer = read(loanRecord({ name: 'loan-taken-on', id: 'taken-on-L1', data: takenOn(change) }));
  if ('parked' in answer) return { verdict: 'park', because: answer.parked };
  return judgeIntake(
    answer.event,
    place,
    { now, wall: new Date(), tenantKnown: true, loansOfPerson: [], ...known },
    noLaw,
  );
};
const accepted = (verdict: IntakeVerdict) => {
  if (verdict.verdict !== 'accept') throw new Error(JSON.stringify(verdict));
  return verdict.write;
};
/** In minor units. */
const fee = 500;
const afterBooks = (field: string): string[] => ['malformed', field];
const causeOf = (verdict: IntakeVerdict) =>
  verdict.verdict === 'park' ? [verdict.because.code, verdict.because.field] : verdict.verdict;

describe('taking a loan on', () => {
  it('makes it known with its position, opens its case and carries its notices', () => {
    const { loan, items, newDebtors } = accepted(judge());

    expect(loan).toMatchObject({
      openCase: 'demo/L1/1',
      positionVersion: 1,
      carry: { notices: takenOn().notices, round: 0, anchorOn: '2026-01-10' },
    });
    expect(items).toMatchObject([{ caseId: 'demo/L1/1', item: { kind: 'loan-event' } }]);
    expect(newDebtors).toEqual(['P1']);
  });

  it('puts the contacts of 90 days into the ledgers; all are told, so that the day goes by them', () => {
    const [contact] = takenOn().contacts;
    const old = { ...contact, contactId: 'old', at: '2025-10-01T00:00:00.000Z' } as TakenOn['contacts'][number];

    const { histories } = accepted(judge({ contacts: [...takenOn().contacts, old] }));

    expect(histories).toMatchObject([{ personId: 'P1', entries: [{ actId: 'taken-on/c-1', open: false }] }]);
    expect(histories?.[0]).not.toHaveProperty('ledgerKnownFrom');
  });

  it('counts the day as used up when it is not said that all contacts are told', () => {
    const { contactsToldUntil: _, ...rest } = takenOn();
    const answer = read(loanRecord({ name: 'loan-taken-on', data: rest }));
    if ('parked' in answer) throw new Error('bad');

    const judged = judgeIntake(
      answer.event,
      place,
      { now, wall: new Date(), tenantKnown: true, loansOfPerson: [] },
      noLaw,
    );

    expect(accepted(judged).histories?.[0]?.ledgerKnownFrom).toBe(now);
  });

  it('places holds in force on loan, person and point, and tells the other cases of the person', () => {
    const told = (holdId: string, change = {}) =>
      ({ holdId, reason: 'dispute', stops: ['contact'], from: '2026-02-01T00:00:00.000Z', ...change }) as never;
    const holds = [
      told('on-loan'),
      told('on-person', { personId: 'P1' }),
      told('on-point', { pointId: 'P1-mobile' }),
      told('over', { until: '2026-02-05T00:00:00.000Z' }),
    ];
    const other = accepted(judge()).loan;

    const { loan, histories, items } = accepted(
      judge({ holds }, { loansOfPerson: [{ ...other, _id: 'demo/L2', loanId: 'L2', openCase: 'demo/L2/1' }] }),
    );

    const id = (holdId: string) => `/servicing/test/taken-on-L1/hold/${holdId}`;
    expect(loan.holds.map((hold) => hold.id)).toEqual([id('on-loan')]);
    expect(histories?.[0]?.holds.map((hold) => hold.id)).toEqual([id('on-person')]);
    expect(histories?.[0]?.pointHolds).toMatchObject([{ pointId: 'P1-mobile', hold: { id: id('on-point') } }]);
    expect(items.filter(({ caseId }) => caseId === 'demo/L2/1')).toMatchObject([
      { item: { kind: 'hold-reported', hold: { id: id('on-person') } } },
    ]);
  });

  it('is refused when the loan is known, and taken when somebody only spoke of it', () => {
    const known = read(loanRecord({ name: 'instalment-missed', data: missed() }));
    if ('parked' in known) throw new Error('bad');
    const { loan } = accepted(
      judgeIntake(known.event, place, { now, wall: new Date(), tenantKnown: true, loansOfPerson: [] }, noLaw),
    );
    const { terms: _terms, openCase: _open, ...spokenOf } = loan;

    expect(causeOf(judge({}, { loan }))).toEqual(['contradiction', 'ce_loan']);
    expect(causeOf(judge({}, { loan: spokenOf }))).toBe('accept');
  });

  it.each<[string, Partial<TakenOn>, string[]]>([
    ['arrears that are not what is left', { arrearsTotal: 180_001 }, ['sums-do-not-add-up', 'arrearsTotal']],
    ['arrears above all that is owed', { outstandingTotal: 1 }, ['sums-do-not-add-up', 'outstandingTotal']],
    ['an instalment still to come', { asOf: '2026-02-01' }, ['malformed', 'instalments']],
    ['a contact of tomorrow', { contactsToldUntil: '2026-02-12T00:00:00.000Z' }, ['dated-ahead', 'contacts']],
    ['books of a day that has begun nowhere', { asOf: '2026-02-12' }, ['dated-ahead', 'asOf']],
    [
      'debts of next year',
      {
        asOf: '2027-06-01',
        contacts: [],
        instalments: [{ ...takenOn().instalments[0], dueOn: '2027-05-10' }] as never,
      },
      ['dated-ahead', 'asOf'],
    ],
    [
      'money of later',
      { payments: [{ ...takenOn().payments[0], valueDate: '2026-02-12' }] as never },
      afterBooks('payments'),
    ],
    [
      'a reversal of later',
      { payments: [{ ...takenOn().payments[0], reversedOn: '2026-02-12' }] as never },
      afterBooks('payments'),
    ],
    [
      'a charge of later',
      { charges: [{ chargeId: 'c1', component: 'fees', amount: fee, dueOn: '2026-02-12' }] as never },
      afterBooks('charges'),
    ],
    [
      'a waiver withdrawn later',
      {
        waivers: [
          { waiverId: 'w1', of: { chargeId: 'c1' }, amount: fee, waivedOn: '2026-02-01', withdrawnOn: '2026-02-12' },
        ] as never,
      },
      afterBooks('waivers'),
    ],
    [
      'money paid out later',
      { moneyOut: [{ outId: 'm1', kind: 'refund', amount: fee, on: '2026-02-12' }] as never },
      afterBooks('moneyOut'),
    ],
    [
      'more money out than its payment brought',
      {
        moneyOut: [
          {
            outId: 'm1',
            kind: 'chargeback',
            amount: takenOn().payments[0]!.amount + 1,
            on: '2026-02-01',
            paymentId: takenOn().payments[0]!.paymentId,
          },
        ] as never,
      },
      ['contradiction', 'moneyOut'],
    ],
    [
      'a notice of later',
      { notices: [{ ...takenOn().notices[0], provedOn: '2026-02-12' }] as never },
      afterBooks('notices'),
    ],
    ['a refusal of later', { refusedOn: '2026-02-12' }, afterBooks('refusedOn')],
    ['a hold of ours', { holds: [{ holdId: 'h', reason: 'verification' }] as never }, ['malformed', 'holds.0.reason']],
    ['a notice twice in words', { notices: [{ kind: 'Out sourcing' }] as never }, ['malformed', 'notices.0.kind']],
  ])('is refused with %s', (_what, change, because) => {
    expect(causeOf(judge(change))).toEqual(because);
  });
});
