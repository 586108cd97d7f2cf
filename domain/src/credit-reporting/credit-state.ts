import type { LoanClosed } from '../case/opens-case.js';
import type { Terms } from '../case/terms.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn, bucketOf, dpdOn, type Bucket } from '../money/arrears.js';
import type { Minor } from '../money/money.js';
import { owedInAll } from '../money/owed-in-all.js';
import type { Position } from '../money/position.js';
import { monthEnd, type Month } from './month.js';

/** What a record rests on, and nothing else: all of it a fold of events. `zone`: where the loan's days are counted. */
export type CreditLoan = { terms: Terms; position: Position; closed?: LoanClosed | undefined; zone: ZoneSlice };

/** `in-error`: there was no such debt, or a month that was found wrong; it says that what was furnished is not so. */
export type CreditStanding = 'current' | 'past-due' | 'paid-off' | 'settled' | 'sold' | 'written-off' | 'in-error';

/**
 * How a loan stood at the end of a day. `overdue`: the arrears past grace and tolerance, without charges for lateness that nobody billed;
 * `balance`: all that is owed, due or not. Minor units. Contract, product and currency are the loan's.
 */
export type CreditState = {
  asOf: Day;
  standing: CreditStanding;
  dpd: number;
  bucket: Bucket;
  overdue: Minor;
  balance: Minor;
  oldestUnpaidDueOn?: Day;
  unpaidInstalments: number[];
};

const none = { dpd: 0, bucket: 'M0', overdue: 0, balance: 0, unpaidInstalments: [] } as const;

const closedAs: Record<LoanClosed['reason'], CreditStanding> = {
  'paid-off': 'paid-off',
  settled: 'settled',
  sold: 'sold',
  uncollectable: 'written-off',
  'opened-in-error': 'in-error',
};

/** What a bureau may be told of a person only after the person was told. */
export const isAdverse = ({ standing }: Pick<CreditState, 'standing'>): boolean =>
  standing === 'past-due' || standing === 'written-off' || standing === 'settled';

/** The account is over: told once and then no more. */
export const isOver = ({ standing }: Pick<CreditState, 'standing'>): boolean =>
  standing !== 'current' && standing !== 'past-due';

/** How the loan stood at the end of `day`. Later money changes nothing of it, money booked back does (issue 6, point 8). Pure. */
export const stateOn = ({ terms, position, closed, zone }: CreditLoan, day: Day): CreditState => {
  // What was opened in error never was, on whatever day servicing says so.
  if (closed?.reason === 'opened-in-error') return { ...none, asOf: day, standing: 'in-error', unpaidInstalments: [] };
  const closedOn = closed && localDay(closed.at, zone);
  const isClosed = closedOn !== undefined && closedOn <= day;
  // What was written off stays as it stood on the day it was: nothing goes on from there.
  const by = isClosed ? closedOn : day;
  const how = allocationOf(terms);
  const { arrears, oldestUnpaidDueOn, byInstalment } = amountsOn(position, by, how);
  const dpd = dpdOn(oldestUnpaidDueOn, by);
  const owed = owedInAll(position, by, { arrears, how });
  const unpaidInstalments = byInstalment.map(({ number }) => number);
  if (closed !== undefined && isClosed) {
    const standing = closedAs[closed.reason];
    if (standing !== 'written-off') return { ...none, asOf: day, standing, unpaidInstalments: [] };
    const left = { dpd, bucket: bucketOf(dpd), overdue: arrears, balance: owed, unpaidInstalments };
    return { asOf: day, standing, ...left, ...(oldestUnpaidDueOn !== undefined && { oldestUnpaidDueOn }) };
  }
  const late = arrears > terms.tolerance && dpd > terms.graceDays;
  if (!late || oldestUnpaidDueOn === undefined)
    return { ...none, asOf: day, standing: 'current', balance: owed, unpaidInstalments: [] };
  return {
    asOf: day,
    standing: 'past-due',
    dpd,
    bucket: bucketOf(dpd),
    overdue: arrears,
    balance: owed,
    oldestUnpaidDueOn,
    unpaidInstalments,
  };
};

export const creditState = (loan: CreditLoan, month: Month): CreditState => stateOn(loan, monthEnd(month));

/** Days on which a loan may have stopped being late, after `day`. */
const turns = ({ position, closed, zone }: CreditLoan, day: Day): Day[] => {
  const { payments, waivers = [], restructurings = [], accelerations = [] } = position;
  const days = [
    ...payments.map(({ valueDate }) => valueDate),
    ...waivers.map(({ waivedOn }) => waivedOn),
    ...restructurings.map(({ on }) => on),
    // Undone it never was; one that takes the place of another may ask for less.
    ...accelerations.flatMap(({ on, undoneOn }) => (undoneOn === undefined ? [on] : [on, undoneOn])),
    ...(closed ? [localDay(closed.at, zone)] : []),
  ];
  return [...new Set(days)].filter((each) => each > day).toSorted();
};

/** The day on which what was bad at the end of a month ended (征信业管理条例 art. 16); undefined: it lasts, or was never bad. */
export const endOfConduct = (loan: CreditLoan, month: Month): Day | undefined => {
  const then = creditState(loan, month);
  if (then.standing === 'settled') return loan.closed && localDay(loan.closed.at, loan.zone);
  if (then.standing !== 'past-due') return undefined;
  return turns(loan, then.asOf).find((day) => {
    const { standing } = stateOn(loan, day);
    return standing !== 'past-due' && standing !== 'written-off';
  });
};

/** When the lateness that stood at the end of `day`, or that was written off by then, began: the oldest due date unpaid, or that of the lateness it followed on without a break (15 USC 1681s-2(a)(5)). */
export const firstDelinquentOn = (loan: CreditLoan, day: Day): Day | undefined => {
  let found: Day | undefined;
  for (let on = day; ;) {
    const { oldestUnpaidDueOn, standing } = stateOn(loan, on);
    const isLate = standing === 'past-due' || standing === 'written-off';
    if (!isLate || oldestUnpaidDueOn === undefined || oldestUnpaidDueOn === found) return found;
    found = oldestUnpaidDueOn;
    // The evening before it fell due: was something else unpaid then?
    on = addDays(found, -1);
  }
};
