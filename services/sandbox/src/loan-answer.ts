import type { Loan } from './loan.js';
import { received } from './loan-account.js';

type Components = { principal?: number; interest?: number; damages?: number };

/** What servicing shows of a loan to whoever asks: money goes to the oldest instalment first, inside it to interest, damages, principal. */
export function loanAnswer(loan: Loan) {
  let money = received(loan.account);
  const unpaid = loan.account.missed
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .flatMap(({ number, dueOn, amount }) => {
      const taken = Math.min(money, amount);
      money -= taken;
      return taken === amount ? [] : [{ number, dueOn, components: leftOf(componentsOf(loan, number, amount), taken) }];
    });
  const { loanId, terms } = loan;
  return { loanId, currency: terms.currency, debtors: terms.debtors, unpaid, overdue: unpaid.length > 0 };
}

/** Of loans known by given events only the whole is known. */
function componentsOf({ schedule }: Loan, number: number, amount: number): Required<Components> {
  const planned = schedule.find((each) => each.number === number);
  const { principal, interest } = planned ?? { principal: amount, interest: 0 };
  return { interest, damages: amount - principal - interest, principal };
}

function leftOf(due: Required<Components>, paid: number): Components {
  let money = paid;
  const left: Components = {};
  for (const component of ['interest', 'damages', 'principal'] as const) {
    const taken = Math.min(money, due[component]);
    money -= taken;
    if (due[component] > taken) left[component] = due[component] - taken;
  }
  return left;
}
