import type { Instant } from '@recourse/domain/calendar/instant';
import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { FurnishRefusal } from '@recourse/domain/credit-reporting/credit-told';
import { monthEnd, type Month } from '@recourse/domain/credit-reporting/month';
import type { Doorbell } from '../doorbell.js';
import type { CreditSnapshotRecord } from '../records/credit-record.js';
import type { CreditStore, SnapshotRefusal } from './credit-store.js';
import { judgeMonth, type CreditRules } from './judge-month.js';

export type FurnishPorts = { credit: CreditStore; doorbell: Doorbell };
type Asked = { tenant: string; month: Month; now: Instant; by: string };

/** The month is over where it ends last, twelve hours behind UTC. */
export const overEverywhere = (month: Month): Instant => `${addDays(monthEnd(month), 1)}T12:00:00.000Z`;

/** Begins a snapshot, or finds the one of that month: months go out in their order, and one must be whole before the next. */
export const openSnapshot = (
  { credit }: Pick<FurnishPorts, 'credit'>,
  { tenant, month, now, by }: Asked,
): Promise<CreditSnapshotRecord | SnapshotRefusal> =>
  credit.open(tenant, (before) => {
    const same = before.find((each) => each.month === month);
    if (same) return same;
    if (now < overEverywhere(month)) return 'month-not-over';
    if (before.some((each) => each.month > month)) return 'month-before-the-last';
    if (before.some(({ finishedAt }) => finishedAt === undefined)) return 'unfinished-before';
    return { _id: `${tenant}/${month}`, tenant, month, at: now, by };
  });

export type FurnishedLoans = { loans: number; rows: number; withheld: Partial<Record<FurnishRefusal, number>> };

/**
 * Judges every loan of a tenant for a snapshot, each in a transaction of its own that writes what it rests on. Broken off, it goes on where it
 * was: a loan is judged once. Cases are rung as best effort.
 */
export async function furnishMonth(
  { credit, doorbell }: FurnishPorts,
  { tenant, month }: Pick<Asked, 'tenant' | 'month'>,
  rules: CreditRules,
  onLoan: (loans: number) => void = () => undefined,
): Promise<FurnishedLoans> {
  const done: FurnishedLoans = { loans: 0, rows: 0, withheld: {} };
  for await (const loanId of credit.loanIds(tenant)) {
    const { record, ring } = await credit.furnish(tenant, loanId, month, (read) => judgeMonth(read, month, rules));
    done.loans += 1;
    done.rows += record?.rows.length ?? 0;
    const because = record?.withheld?.because;
    if (because) done.withheld[because] = (done.withheld[because] ?? 0) + 1;
    if (ring !== undefined) await doorbell.ring(ring).catch(() => undefined);
    onLoan(done.loans);
  }
  return done;
}
