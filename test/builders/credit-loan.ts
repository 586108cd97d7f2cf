import type { NoticeGiven } from '@recourse/domain/case/collection-case';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';
import type { CreditDispute } from '@recourse/domain/credit-reporting/credit-dispute';
import type { CreditRow, FurnishedMonth } from '@recourse/domain/credit-reporting/credit-record';
import { furnishedMonths } from '@recourse/domain/credit-reporting/furnished-months';
import type { CreditLoan } from '@recourse/domain/credit-reporting/credit-state';
import {
  judgeFurnishing,
  type FurnishRead,
  type FurnishVerdict,
} from '@recourse/domain/credit-reporting/judge-furnishing';
import { monthEnd, type Month } from '@recourse/domain/credit-reporting/month';
import { startOfDay } from '@recourse/domain/calendar/local-time';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { Law } from '@recourse/domain/law/law';
import type { Position } from '@recourse/domain/money/position';
import { lawOf } from './law-of.js';
import { lawRule } from './law-rule.js';

export const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[0, 480]] };

/** What the shipped pack for China has of credit reporting, in the words of its schema. */
export const creditLaw: Law = lawOf(
  lawRule('notice-before-action', {
    id: 'CN-CR-1',
    action: 'furnish',
    notice: 'bad-information',
    minDays: 0,
    clockStart: 'sent',
  }),
  lawRule('retention', {
    id: 'CN-CR-2',
    record: 'bad-credit-information',
    maxDays: 1_826,
    from: 'end-of-conduct',
    atEnd: 'delete',
  }),
  lawRule('response-deadline', { id: 'CN-CR-3', request: 'credit-dispute', days: 20, onMiss: 'alert' }),
);

type Paid = { on: string; amount: number; reversedOn?: string };

/** A loan of which instalments of CNY 1,000.00 fell due on these days and were missed, and on which so much was paid. */
export const creditLoan = (
  missed: readonly string[],
  paid: readonly Paid[] = [],
  how: Partial<CreditLoan> = {},
): CreditLoan => {
  const position: Position = {
    currency: 'CNY',
    instalments: missed.map((dueOn, index) => ({
      number: index + 1,
      dueOn,
      due: { principal: 90_000, interest: 10_000 },
      state: 'missed',
    })),
    payments: paid
      .map(({ on, amount, reversedOn }, index) => ({
        paymentId: `p${index}`,
        amount,
        valueDate: on,
        receivedAt: startOfDay(on, shanghai),
        ...(reversedOn !== undefined && { reversedOn }),
      }))
      .toSorted((a, b) => (a.valueDate < b.valueDate ? -1 : a.valueDate > b.valueDate ? 1 : 0)),
    outstanding: 1_200_000,
    outstandingAsOf: missed[0] ?? '2025-12-10',
  };
  return {
    terms: {
      version: 1,
      product: 'cash-loan',
      currency: 'CNY',
      zone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      graceDays: 3,
      tolerance: 0,
      debtors: [{ personId: 'P1', role: 'borrower' }],
    },
    position,
    zone: shanghai,
    ...how,
  };
};

export const toldOf = (...instalments: number[]): NoticeGiven => ({
  kind: 'bad-information',
  instalments,
  provedOn: '2025-12-20',
  personId: 'P1',
});

export const furnishRead = (loan: CreditLoan, month: Month, how: Partial<FurnishRead> = {}): FurnishRead => ({
  loanId: 'L1',
  loan,
  at: startOfDay(addDays(monthEnd(month), 1), shanghai),
  zones: [shanghai],
  places: [],
  holds: [],
  unresolved: [],
  notices: [toldOf(1, 2, 3, 4)],
  furnished: [],
  disputes: [],
  ...how,
});

type Snapshot = { loan: CreditLoan; month: Month; disputes?: CreditDispute[]; holds?: FurnishRead['holds'] };

/** Snapshot after snapshot, each on what was known then. */
export const playMonths = (
  months: readonly Snapshot[],
  how: Partial<FurnishRead> = {},
): { verdicts: FurnishVerdict[]; furnished: FurnishedMonth[] } => {
  let furnished: FurnishedMonth[] = [];
  const sent: CreditRow[] = [];
  const verdicts = months.map(({ loan, month, ...known }) => {
    const verdict = judgeFurnishing(furnishRead(loan, month, { ...how, ...known, furnished }), month, creditLaw);
    sent.push(...verdict.rows);
    furnished = furnishedMonths(sent);
    return verdict;
  });
  return { verdicts, furnished };
};
