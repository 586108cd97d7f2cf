import { describe, expect, it } from 'vitest';
import { creditLaw, creditLoan, furnishRead, playMonths, toldOf } from '../../../test/builders/credit-loan.js';
import type { Hold } from '../holds/hold.js';
import { creditDisputeDue, type CreditDispute } from './credit-dispute.js';
import { judgeFurnishing } from './judge-furnishing.js';

const late = creditLoan(['2025-12-10']);
const judged = (how = {}, loan = late, month = '2025-12') =>
  judgeFurnishing(furnishRead(loan, month, how), month, creditLaw);
const held = (reason: Hold['reason'], stops: Hold['stops'] = ['furnishing']): Hold => ({
  id: 'h',
  reason,
  scope: { loan: 'L1' },
  stops,
  from: '2025-12-25T00:00:00.000Z',
});
const dispute = (answer?: Partial<NonNullable<CreditDispute['answer']>>): CreditDispute => ({
  id: 'd1',
  loanId: 'L1',
  raised: 'amount',
  openedAt: '2026-01-05T00:00:00.000Z',
  openedOn: '2026-01-05',
  dueOn: '2026-01-25',
  rules: ['CN-CR-3'],
  by: 'operator/a',
  holdId: 'credit-dispute/d1',
  ...(answer && {
    answer: {
      upheld: true,
      wrong: [],
      at: '2026-01-20T00:00:00.000Z',
      on: '2026-01-20',
      by: 'o',
      late: false,
      ...answer,
    },
  }),
});

describe('the month of a loan that is late', () => {
  it('is told with its days, its bucket, what is overdue and what is owed in all', () => {
    const { rows, withheld } = judged();

    expect(withheld).toBeUndefined();
    expect(rows).toMatchObject([
      {
        row: 'L1/2025-12/2025-12',
        kind: 'first',
        subject: 'P1',
        adverse: true,
        disputed: false,
        firstDelinquentOn: '2025-12-10',
        state: {
          asOf: '2025-12-31',
          standing: 'past-due',
          dpd: 21,
          bucket: 'M1',
          overdue: 100_000,
          balance: 1_200_000,
        },
        history: [],
      },
    ]);
  });

  it('is not told before the notice of it was proved, to whoever it is about, of what is unpaid', () => {
    const refused = { rows: [], withheld: { because: 'notice-not-given', rules: ['notice-proved', 'CN-CR-1'] } };

    expect(judged({ notices: [] })).toMatchObject(refused);
    expect(judged({ notices: [{ ...toldOf(1), kind: 'outsourcing' }] })).toMatchObject(refused);
    expect(judged({ notices: [{ ...toldOf(1), personId: 'G1' }] })).toMatchObject(refused);
    expect(judged({ notices: [toldOf(7)] })).toMatchObject(refused);
    expect(judged({ notices: [{ ...toldOf(1), provedOn: '2026-01-02' }] })).toMatchObject(refused);
    expect(judged({ notices: [toldOf(1)] }).rows).toHaveLength(1);
  });

  it('goes on under the notice of its beginning, and needs another once it was cured and came again', () => {
    const notices = { notices: [toldOf(1)] };
    const months = (paidOn: string) => {
      const loan = creditLoan(['2025-12-10', '2026-01-10'], [{ on: paidOn, amount: 100_000 }]);
      return playMonths(
        [
          { loan: late, month: '2025-12' },
          { loan, month: '2026-01' },
        ],
        notices,
      ).verdicts[1];
    };

    expect(months('2026-01-20')?.rows).toMatchObject([{ kind: 'update', month: '2026-01', adverse: true }]);
    expect(months('2026-01-05')).toMatchObject({ rows: [], withheld: { because: 'notice-not-given' } });
  });

  it.each([
    ['month-not-over', { at: '2025-12-31T15:59:59.000Z' }],
    ['unresolved-event', { unresolved: ['t/0/1'] }],
    ['held', { holds: [held('identity-theft')] }],
    ['unknown-zone', { zones: [] }],
    ['unknown-jurisdiction', { places: ['XX'] }],
  ])('is withheld: %s', (because, how) => {
    expect(judged(how)).toMatchObject({ rows: [], withheld: { because } });
  });

  it('goes on under a hold that stops only contact, and under one that is over', () => {
    expect(judged({ holds: [held('dispute', ['contact', 'escalation', 'timers'])] }).rows).toHaveLength(1);
    expect(judged({ holds: [{ ...held('identity-theft'), endedAt: '2025-12-26T00:00:00.000Z' }] }).rows).toHaveLength(
      1,
    );
  });
});

it('a loan that was never told of and is not late is not told of', () => {
  expect(judged({}, creditLoan(['2025-12-10'], [{ on: '2025-12-12', amount: 100_000 }]))).toEqual({
    rows: [],
    gates: {},
  });
  expect(judged({}, creditLoan(['2025-12-29']))).toEqual({ rows: [], gates: {} });
});

it('payment is an update: the new month is current, and the month before is still told as it was', () => {
  const paid = creditLoan(['2025-12-10'], [{ on: '2026-01-08', amount: 100_000 }]);

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: paid, month: '2026-01' },
  ]);

  expect(verdicts[1]?.rows).toMatchObject([
    {
      kind: 'update',
      month: '2026-01',
      adverse: false,
      state: { standing: 'current', overdue: 0, dpd: 0 },
      history: [{ month: '2025-12', standing: 'past-due', bucket: 'M1' }],
    },
  ]);
});

it('money booked back into a month that was told corrects that month, once, and no other', () => {
  const wasPaid = creditLoan(['2025-12-10'], [{ on: '2025-12-12', amount: 100_000 }]);

  const { verdicts } = playMonths([
    { loan: late, month: '2025-12' },
    { loan: wasPaid, month: '2026-01' },
    { loan: wasPaid, month: '2026-02' },
  ]);

  expect(verdicts[1]?.rows).toMatchObject([
    { kind: 'correction', because: 'events', month: '2025-12', adverse: false, state: { standing: 'current' } },
    { kind: 'update', month: '2026-01', adverse: false },
  ]);
  expect(verdicts[2]?.rows).toEqual([]);
});

it('a row the bureau rejected is sent again with the next month', () => {
  const first = judged().rows[0];
  if (!first) throw new Error('no row');
  const furnished = [{ month: '2025-12', state: first.state, adverse: true, rejected: true }];

  expect(judged({ furnished }, late, '2026-01').rows).toMatchObject([
    { kind: 'resend', month: '2025-12' },
    { kind: 'update', month: '2026-01' },
  ]);
});

describe('a dispute of what was told', () => {
  it('leaves only its mark on what was told last, and nothing where nothing was told', () => {
    const { verdicts } = playMonths([
      { loan: late, month: '2025-12' },
      { loan: late, month: '2026-01', disputes: [dispute()], holds: [held('credit-dispute')] },
    ]);

    expect(verdicts[1]?.rows).toMatchObject([{ kind: 'mark', month: '2025-12', disputed: true, state: { dpd: 21 } }]);
    expect(judged({ disputes: [dispute()] })).toMatchObject({ rows: [], withheld: { holds: ['credit-dispute'] } });
  });

  it('upheld withdraws the months that were wrong, and no other', () => {
    const upheld = dispute({ wrong: ['2025-12'] });

    const { verdicts } = playMonths([
      { loan: late, month: '2025-12' },
      { loan: late, month: '2026-01', disputes: [upheld] },
    ]);

    expect(verdicts[1]?.rows).toMatchObject([
      { kind: 'correction', because: 'dispute', month: '2025-12', state: { standing: 'in-error', overdue: 0 } },
      { kind: 'update', month: '2026-01', adverse: true, history: [{ month: '2025-12', standing: 'in-error' }] },
    ]);
  });

  it('not upheld changes nothing that was told, and the mark goes', () => {
    const { verdicts } = playMonths([
      { loan: late, month: '2025-12' },
      { loan: late, month: '2026-01', disputes: [dispute({ upheld: false })] },
    ]);

    expect(verdicts[1]?.rows).toMatchObject([{ kind: 'update', month: '2026-01', disputed: false }]);
  });

  it('is to be answered in 20 days in China (征信业管理条例 art. 25), and where no law read says in as few', () => {
    const asked = { product: 'cash-loan', openedOn: '2026-01-05' };

    expect(creditDisputeDue(creditLaw, { ...asked, places: ['CN'] })).toEqual({
      dueOn: '2026-01-25',
      rules: ['CN-CR-3'],
    });
    expect(creditDisputeDue({ packs: [], calendars: {} }, { ...asked, places: ['GB'] })).toEqual({
      dueOn: '2026-01-25',
      rules: [],
    });
  });
});
