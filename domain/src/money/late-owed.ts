import type { Terms } from '../case/terms.js';
import type { Day } from '../calendar/day.js';
import { allocationOf } from './allocation-of.js';
import { amountsOn } from './arrears.js';
import { contractOrder, sumOf } from './components.js';
import { lateBilled } from './late-billed.js';
import type { Components, Minor } from './money.js';
import { lateChargeByLaw } from './penalty/late-charge-by-law.js';
import type { StopPeriod } from './penalty/stop-period.js';
import type { Position } from './position.js';
import { unbilledLate } from './unbilled-late.js';

/**
 * What a borrower is told on a day of a loan whose terms charge for lateness. `late`: charged up to and without `asOf`, less what servicing has billed
 * of it; `owed`: the arrears and that, less credit. Minor units.
 */
export type LateOwed = { asOf: Day; late: Minor; owed: Minor };

/** A loan as far as it says what lateness costs. */
export type LateLoan = { terms?: Terms; position: Position };

/**
 * What lateness has cost by component, up to and without a day, and nobody has billed. `settled`: so much of all that was ever charged is done with,
 * billed or given up. Undefined where the terms charge for nothing, or by what cannot be reckoned: then nobody is told to pay it.
 */
export const lateByComponent = (
  { terms, position }: LateLoan,
  stops: readonly StopPeriod[],
  asOf: Day,
  settled: Components = {},
): Components | undefined => {
  if (terms?.lateCharge === undefined || terms.startOn === undefined) return undefined;
  const { startOn, costs } = terms;
  const lateCharge = lateChargeByLaw(terms.lateCharge, terms.byLaw);
  const input = {
    terms: lateCharge,
    startOn,
    position,
    stops,
    allocation: allocationOf(terms),
    ...(costs && { costs }),
  };
  return unbilledLate(input, asOf, most(lateBilled(position, 'now', input.allocation), settled));
};

const most = (a: Components, b: Components): Components =>
  Object.fromEntries(contractOrder.map((each) => [each, Math.max(a[each] ?? 0, b[each] ?? 0)]));

/**
 * Reckoned on demand, as of the day on which it is told; nothing is kept of it. What the ladder decides by are the arrears alone, which depend on
 * no day (ADR 0031).
 */
export const lateOwed = (
  loan: LateLoan,
  stops: readonly StopPeriod[],
  asOf: Day,
  settled: Components = {},
): LateOwed | undefined => {
  const unbilled = lateByComponent(loan, stops, asOf, settled);
  if (!unbilled) return undefined;
  const late = sumOf(unbilled);
  const { arrears, credit } = amountsOn(loan.position, 'now', allocationOf(loan.terms));
  return { asOf, late, owed: Math.max(0, arrears + late - credit) };
};
