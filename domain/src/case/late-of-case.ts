import { settledBy } from '../arrangements/settled-by.js';
import type { Day } from '../calendar/day.js';
import type { Hold } from '../holds/hold.js';
import { lateByComponent, lateOwed, type LateLoan, type LateOwed } from '../money/late-owed.js';
import type { Components } from '../money/money.js';
import type { CollectionCase } from './collection-case.js';
import { interestStops } from './interest-stops.js';

/** A loan as what lateness costs is reckoned of it; `holds`: those on the loan and its debtors, heard of by the case or not. */
export type HeldLoan = LateLoan & { holds: readonly Hold[] };
type OfCase = Pick<CollectionCase, 'zone' | 'holds' | 'formerDebtors' | 'arrangements'>;

/** What a borrower is told on a day, by what holds the case and what was given up in it. Absent: the terms charge for nothing. */
export const lateOfCase = (kase: OfCase, loan: HeldLoan, asOf: Day): LateOwed | undefined =>
  lateOwed(loan, interestStops(kase, loan.holds), asOf, settledBy(kase.arrangements));

/** The same by component, minor units: what lateness has cost and nobody has billed or given up. */
export const unbilledLateOfCase = (kase: OfCase, loan: HeldLoan, asOf: Day): Components =>
  lateByComponent(loan, interestStops(kase, loan.holds), asOf, settledBy(kase.arrangements)) ?? {};
