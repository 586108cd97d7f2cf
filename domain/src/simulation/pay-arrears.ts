import { dayNumber, dayOfNumber } from '../calendar/day-arithmetic.js';
import type { Minor } from '../money/money.js';
import type { BorrowerModel } from './borrower-model.js';
import { countUp, type LoanWorld } from './loan-world.js';
import { tellOfLoan } from './tell-of-loan.js';

/** What the calendar makes of a day: the same for every loan, and every loan asks for every day. */
const calendars = new WeakMap<BorrowerModel, Map<number, number>>();

const timesOn = (model: BorrowerModel, day: number): number => {
  const known = calendars.get(model) ?? new Map<number, number>();
  calendars.set(model, known);
  const before = known.get(day);
  if (before !== undefined) return before;
  const { paydays, festivals } = model;
  const today = dayOfNumber(day);
  const payday = paydays.daysOfMonth.includes(Number(today.slice(8))) ? paydays.times : 1;
  const festival = festivals.spans.some(({ from, to }) => today >= from && today <= to) ? festivals.times : 1;
  known.set(day, payday * festival);
  return payday * festival;
};

/** The chance that somebody pays today unasked. */
const chanceUnasked = ({ rules, type, owes, kase, spokenOn }: LoanWorld, day: number): number => {
  const { unasked, spokenTo, handedOver } = rules.model;
  const dpd = owes.oldestUnpaidDueOn === undefined ? 0 : Math.max(0, day - dayNumber(owes.oldestUnpaidDueOn));
  const base = unasked.find(({ throughDpd }) => dpd <= throughDpd)?.chance ?? 0;
  const spoken = spokenOn !== undefined && day > spokenOn && day <= spokenOn + spokenTo.days ? spokenTo.times : 1;
  const handed = kase?.handedTo ? handedOver[kase.handedTo.kind] : 1;
  return base * type.pays * timesOn(rules.model, day) * spoken * handed;
};

const partOf = ({ rules, throws, owes }: LoanWorld, day: number): Minor => {
  const { from, to } = rules.model.parts;
  const share = from + (to - from) * throws('part', day);
  return Math.max(1, Math.round(owes.arrears * share));
};

/** Whether money comes on a day, and how much of what is overdue. */
export const paymentOn = (world: LoanWorld, day: number): Minor | undefined => {
  const { owes, throws, type, payments } = world;
  if (owes.arrears === 0) return undefined;
  const willPay = payments.get(day);
  if (willPay === 'all') return owes.arrears;
  if (willPay === undefined && throws('pays', day) >= chanceUnasked(world, day)) return undefined;
  return throws('all', day) < type.paysAll ? owes.arrears : partOf(world, day);
};

/** Money comes in. What comes while somebody else has the case costs commission. */
export const payArrears = (world: LoanWorld, day: number, amount: Minor): void => {
  const { row, tally, kase, rules, month } = world;
  const valueDate = dayOfNumber(day);
  tally.recovered += amount;
  tally.payments += 1;
  tally.recoveredInMonth[month] = (tally.recoveredInMonth[month] ?? 0) + amount;
  if (kase?.handedTo) {
    const basisPoints = rules.costs.currencies[row.currency]?.commission[kase.handedTo.kind] ?? 0;
    tally.cost.commission += Math.round((amount / 10_000) * basisPoints);
  }
  const paymentId = `${row.loan}-pay-${countUp(world, 'payment') + 1}`;
  tellOfLoan(world, {
    eventId: paymentId,
    occurredAt: world.now,
    type: 'payment-received',
    paymentId,
    amount,
    currency: row.currency,
    valueDate,
    receivedAt: world.now,
    method: 'transfer',
    payer: 'debtor',
  });
};
