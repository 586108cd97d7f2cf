import { chance } from './chance.js';
import type { Loan } from './loan.js';
import { firstDueOn } from './first-due-on.js';
import { lateTerms } from './late-terms.js';
import { addMonths, type Day } from './local-time.js';
import { zoneOf } from './person.js';
import { products } from './products.js';
import type { Seat } from './recipes/recipe.js';
import { repaymentSchedule } from './repayment-schedule.js';

type MakeLoan = { seed: string; from: Day; personId: string; seat: Seat; number: number };

/** Instalments still to come, so that there is something to watch after a cure. */
const leastToCome = 8;

/** The loan of one seat. Its size and age are chance, by its number. */
export function makeLoan({ seed, from, personId, seat, number }: MakeLoan): Loan {
  const loanId = `L${String(number).padStart(4, '0')}`;
  const { entry, script, atLeast } = seat;
  const product = products[seat.product];
  const [least, most] = product.principal;
  const lowest = Math.max(least, atLeast * 1_000);
  const hundreds = Math.floor((lowest + chance(seed, loanId, 'size') * (most - lowest)) / 100);
  const { months, yearlyRateBp, country } = product;
  const fallen = 'dpd' in entry ? Math.floor(entry.dpd / 30) : 0;
  const toCome = leastToCome + Math.floor(chance(seed, loanId, 'age') * 3);
  const left = script.instalmentsLeft ?? Math.min(months, fallen + toCome);
  const term = { principal: hundreds * 10_000, yearlyRateBp, months };
  const firstDue = firstDueOn(entry, from);
  const gone = months - left;
  const late = lateTerms(product, repaymentSchedule(term, addMonths(firstDue, -gone), 1));
  return {
    loanId,
    personId,
    terms: {
      version: 1,
      product: product.name,
      currency: product.currency,
      zone: zoneOf(country),
      jurisdiction: product.jurisdiction,
      graceDays: product.graceDays,
      tolerance: product.tolerance,
      debtors: [{ personId, role: 'borrower' }],
      ...(product.allocation && { allocation: product.allocation }),
      ...late,
    },
    schedule: repaymentSchedule(term, firstDue, gone + 1),
    damagesBp: product.damagesBp,
    account: { missed: [], payments: [] },
    script,
    ...('dpd' in entry && { takenOnOn: from }),
    closed: false,
    eventsMade: 0,
  };
}
