import { addMonths } from '../calendar/add-months.js';
import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Components } from '../money/money.js';
import type { LoanWorld } from './loan-world.js';
import { tellOfLoan } from './tell-of-loan.js';

const dueOf = ({ row: { principal, interest } }: LoanWorld): Components => ({
  ...(principal > 0 && { principal }),
  ...(interest > 0 && { interest }),
});

const amountOf = ({ row }: LoanWorld): number => row.principal + row.interest;

/** The due day of the next instalment; undefined after the last. */
export const nextDueOn = ({ row, fallen }: LoanWorld): Day | undefined =>
  fallen < row.instalmentsLeft ? addMonths(row.dueOn, fallen) : undefined;

const outstanding = (world: LoanWorld): number =>
  world.owes.arrears + amountOf(world) * (world.row.instalmentsLeft - world.fallen);

/** What is overdue when the simulation starts is taken on as one event, with no contacts before it. */
export const takeOnOverdue = (world: LoanWorld): void => {
  const { row, now, terms, tally } = world;
  const instalments = [];
  for (let dueOn = nextDueOn(world); dueOn !== undefined && dueOn < row.asOf; dueOn = nextDueOn(world)) {
    world.fallen += 1;
    instalments.push({ number: world.fallen, dueOn, due: dueOf(world), state: 'missed' as const });
  }
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

/** The morning after its due day servicing tells of an instalment. While something is overdue the next one is missed too. */
export const fallDue = (world: LoanWorld, today: Day): void => {
  const { row, now, terms, type, tally } = world;
  const dueOn = nextDueOn(world);
  if (dueOn === undefined || dueOn >= today) return;
  world.fallen += 1;
  const instalment = { number: world.fallen, dueOn, due: dueOf(world) };
  const head = { eventId: `${row.loan}-${instalment.number}`, occurredAt: now };
  if (world.owes.arrears === 0 && world.throws('misses', instalment.number) >= type.missesAgain) {
    tally.paidInTime += amountOf(world);
    return tellOfLoan(world, { ...head, type: 'instalment-met', instalment, asOf: addDays(dueOn, 1) });
  }
  tally.fellDue += amountOf(world);
  tellOfLoan(world, {
    ...head,
    type: 'instalment-missed',
    terms,
    instalment,
    asOf: addDays(dueOn, 1),
    arrearsTotal: world.owes.arrears + amountOf(world),
    outstandingTotal: outstanding(world) + amountOf(world),
  });
};
