import type { Day } from '../calendar/day.js';
import type { Components } from './money.js';
import type { LateChargeInput } from './penalty/late-charge-input.js';
import { lateChargeStatement } from './penalty/late-charge-statement.js';
import { componentOf, lateChargeKinds } from './penalty/statement-line.js';

/**
 * What lateness has cost by component up to and without a day, less what of it is `settled`: billed, or given up; minor units, no component that is
 * nothing. Undefined: it cannot be reckoned.
 */
export const unbilledLate = (input: LateChargeInput, asOf: Day, settled: Components): Components | undefined => {
  const said = lateChargeStatement(input, asOf);
  if ('refused' in said) return undefined;
  const late: Components = {};
  for (const kind of lateChargeKinds) {
    const component = componentOf(kind);
    late[component] = (late[component] ?? 0) + said.statement.byCharge[kind];
  }
  return Object.fromEntries(
    Object.entries(late).flatMap(([component, charged]) => {
      const open = charged - (settled[component as keyof Components] ?? 0);
      return open > 0 ? [[component, open]] : [];
    }),
  );
};
