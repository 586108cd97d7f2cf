import { addMonths } from '../calendar/add-months.js';
import { addDays, dayNumber, dayOfNumber } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Components } from '../money/money.js';
import type { LoanWorld } from './loan-world.js';
import { tellOfLoan } from './tell-of-loan.js';

const dueOf = ({ row: { principal, interest } }: LoanWorld): Components => ({
  ...(principal > 0 && { principal }),
  ...(interest > 0 && { interest }),
});

const amountOf = ({ row }: LoanWorld): number => row.principal + row.interest;

/** Counts an instalment as fallen due and looks up the next; its day is asked for every day. */
const countFallen = (world: LoanWorld): { number: number; dueOn: Day; due: Components } => {
  const dueOn = dayOfNumber(world.nextDue);
  world.fallen += 1;
  const { row, fallen } = world;
  world.nextDue = fallen < row.instalmentsLeft ? dayNumber(addMonths(row.dueOn, fallen)) : Infinity;
  return { number: fallen, dueOn, due: dueOf(world) };
};

const outstanding = (world: LoanWorld): number =>
  world.owes.arrears + amountOf(world) * (world.row.instalmentsLeft - world.fallen);

/** What is overdue when the simulation starts is taken on as one event, with no contacts before it. */
export const takeOnOverdue = (world: LoanWorld): void => {
  const { row, now, terms, tally } = world;
  const instalments = [];
  const start = dayNumber(row.asOf);
  while (world.nextDue < start) instalments.push({ ...countFallen(world), state: 'missed' as const });
  if (instalments.length === 0) return;
  const arrearsTotal = amountOf(world) * instalments.length;
  tally.arrearsAtStart += arrearsTotal;
  tellOfLoan(world, {
    eventId: `${row.loan}-taken-on`,
    occurredAt: now,
    type: 'loan-taken-on',
    terms,
    asOf: row.asOf,
    arrearsTotal,
    outstandingTotal: amountOf(world) * row.instalmentsLeft,
    instalments,
    payments: [],
    notices: [],
    contacts: [],
    contactsToldUntil: now,
    holds: [],
  });
};

/**
 * The morning after its due day servicing tells of an instalment. While something is overdue the next one is missed too. What is met in time
 * leaves no trace where no case watches.
 */
export const fallDue = (world: LoanWorld, day: number): void => {
  if (world.nextDue >= day) return;
  const { row, now, terms, type, tally } = world;
  const instalment = countFallen(world);
  const head = { eventId: `${row.loan}-${instalment.number}`, occurredAt: now };
  const asOf = addDays(instalment.dueOn, 1);
  if (world.owes.arrears === 0 && world.throws('misses', instalment.number) >= type.missesAgain) {
    tally.paidInTime += amountOf(world);
    if (world.kase) tellOfLoan(world, { ...head, type: 'instalment-met', instalment, asOf });
    return;
  }
  tally.fellDue += amountOf(world);
  tellOfLoan(world, {
    ...head,
    type: 'instalment-missed',
    terms,
    instalment,
    asOf,
    arrearsTotal: world.owes.arrears + amountOf(world),
    outstandingTotal: outstanding(world) + amountOf(world),
  });
};
