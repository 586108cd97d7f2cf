import { addMonths, type Day } from './local-time.js';

/** Amounts in minor units. */
export type ScheduledInstalment = { number: number; dueOn: Day; principal: number; interest: number };

export type LoanTerm = {
  /** Minor units. */
  principal: number;
  /** Yearly rate in basis points: 1560 is 15.6 %. */
  yearlyRateBp: number;
  months: number;
};

const monthsOfYear = 12n;
const wholeInBp = 10_000n;

const interestOf = (balance: bigint, yearlyRateBp: number): bigint =>
  (balance * BigInt(yearlyRateBp) * 2n + monthsOfYear * wholeInBp) / (2n * monthsOfYear * wholeInBp);

/**
 * Equal monthly payments, interest on the balance, each month rounded half up; the last instalment takes what rounding left.
 * `numberOnFirstDay` is the instalment that falls due on `firstDueOn`; those before it lie in the past and are left out.
 */
export function repaymentSchedule(term: LoanTerm, firstDueOn: Day, numberOnFirstDay: number): ScheduledInstalment[] {
  const payment = monthlyPayment(term);
  const instalments: ScheduledInstalment[] = [];
  let balance = BigInt(term.principal);
  for (let number = 1; number <= term.months; number += 1) {
    const interest = interestOf(balance, term.yearlyRateBp);
    const principal = number === term.months || payment - interest > balance ? balance : payment - interest;
    balance -= principal;
    const dueOn = addMonths(firstDueOn, number - numberOnFirstDay);
    instalments.push({ number, dueOn, principal: Number(principal), interest: Number(interest) });
  }
  return instalments.slice(numberOnFirstDay - 1);
}

function monthlyPayment({ principal, yearlyRateBp, months }: LoanTerm): bigint {
  if (yearlyRateBp === 0) return BigInt(Math.ceil(principal / months));
  const monthly = yearlyRateBp / 10_000 / 12;
  return BigInt(Math.round((principal * monthly) / (1 - (1 + monthly) ** -months)));
}
