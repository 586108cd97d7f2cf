import type { Day } from './local-time.js';

/** What servicing's books say of one loan: what fell due unpaid and what came in, minor units. */
export type LoanAccount = {
  missed: { number: number; dueOn: Day; amount: number }[];
  payments: { paymentId: string; amount: number; reversed: boolean }[];
};

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What came in and was not taken back. */
export const received = ({ payments }: LoanAccount): number =>
  sum(payments.filter(({ reversed }) => !reversed).map(({ amount }) => amount));

/** What is overdue; never below zero. */
export function arrearsOf(account: LoanAccount): number {
  return Math.max(0, sum(account.missed.map(({ amount }) => amount)) - received(account));
}

/** The oldest instalment not fully paid and what is left of it; money goes to the oldest first. */
export function oldestUnpaid(account: LoanAccount): { number: number; dueOn: Day; left: number } | undefined {
  let money = received(account);
  for (const { number, dueOn, amount } of account.missed.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))) {
    if (money < amount) return { number, dueOn, left: amount - money };
    money -= amount;
  }
  return undefined;
}
