import type { Terms } from '../case/terms.js';
import type { Day } from '../calendar/day.js';
import { allocationOf } from './allocation-of.js';
import { amountsOn } from './arrears.js';
import { sumOf, type Component } from './components.js';
import type { Components, Minor } from './money.js';
import { componentOf, lateChargeKinds } from './penalty/statement-line.js';
import { lateChargeByLaw } from './penalty/late-charge-by-law.js';
import { lateChargeStatement } from './penalty/late-charge-statement.js';
import type { StopPeriod } from './penalty/stop-period.js';
import type { Position } from './position.js';

/**
 * What a borrower is told on a day of a loan whose terms charge for lateness. `late`: charged up to and without `asOf`, less what servicing has billed
 * of it; `owed`: the arrears and that, less credit. Minor units.
 */
export type LateOwed = { asOf: Day; late: Minor; owed: Minor };

/** A loan as far as it says what lateness costs. */
export type LateLoan = { terms?: Terms; position: Position };

/** Billed under a component, with an instalment or by itself; what was waived of it stays billed, or it would be charged anew. */
const billed = ({ instalments, charges = [] }: Position, component: Component): Minor =>
  [
    ...instalments.map(({ due }) => due[component] ?? 0),
    ...charges.map((charge) => (charge.component === component ? charge.amount : 0)),
  ].reduce((sum, amount) => sum + amount, 0);

/**
 * What lateness has cost by component up to and without a day, less what servicing has billed of it; minor units, none that is nothing. Absent where
 * the terms charge for nothing, or by what cannot be reckoned: then nobody is told to pay it.
 */
export const unbilledLate = (
  { terms, position }: LateLoan,
  stops: readonly StopPeriod[],
  asOf: Day,
): Components | undefined => {
  if (terms?.lateCharge === undefined || terms.startOn === undefined) return undefined;
  const { startOn, costs } = terms;
  const lateCharge = lateChargeByLaw(terms.lateCharge, terms.byLaw);
  const allocation = allocationOf(terms);
  const said = lateChargeStatement(
    { terms: lateCharge, startOn, position, stops, allocation, ...(costs && { costs }) },
    asOf,
  );
  if ('refused' in said) return undefined;
  const charged = new Map<Component, Minor>();
  for (const kind of lateChargeKinds) {
    const component = componentOf(kind);
    charged.set(component, (charged.get(component) ?? 0) + said.statement.byCharge[kind]);
  }
  const late: Components = {};
  for (const [component, amount] of charged) {
    const open = amount - billed(position, component);
    if (open > 0) late[component] = open;
  }
  return late;
};

/**
 * Reckoned on demand, as of the day on which it is told; nothing is kept of it. What the ladder decides by are the arrears alone, which depend on
 * no day (ADR 0031).
 */
export const lateOwed = (loan: LateLoan, stops: readonly StopPeriod[], asOf: Day): LateOwed | undefined => {
  const unbilled = unbilledLate(loan, stops, asOf);
  if (!unbilled) return undefined;
  const late = sumOf(unbilled);
  const { arrears, credit } = amountsOn(loan.position, 'now', allocationOf(loan.terms));
  return { asOf, late, owed: Math.max(0, arrears + late - credit) };
};
