import { addMonths } from '../calendar/add-months.js';
import { dayNumber, dayOfNumber } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { instantAt, startOfDay } from '../calendar/local-time.js';
import { bucketOf, dpdOn } from '../money/arrears.js';
import { fallDue, takeOnOverdue } from './fall-due.js';
import { letCaseTurn } from './let-case-turn.js';
import { loanWorld, type LoanWorld, type Watch } from './loan-world.js';
import { payArrears, paymentOn } from './pay-arrears.js';
import { performPlan } from './perform-plan.js';
import type { PortfolioRow } from './portfolio-row.js';
import type { SimulationRules } from './simulation-rules.js';
import type { Standing, Tally } from './tally.js';
import { tellOfLoan } from './tell-of-loan.js';

/** When servicing tells of what fell due, and when money is booked, in the loan's zone. */
const morning = '08:00';
const noon = '12:00';
/** A case that turns so often at one instant is stuck. */
const mostAtOnce = 50;

/** Lets the case do all it has planned before `until`, each thing at its time. */
const playUntil = (world: LoanWorld, until: Instant): void => {
  let atOnce = 0;
  for (;;) {
    const plan = world.kase?.plan;
    if (!plan || 'ending' in plan || plan.dueAt >= until) return;
    const before = world.now;
    if (plan.dueAt > world.now) world.now = plan.dueAt;
    atOnce = world.now === before ? atOnce + 1 : 0;
    if (atOnce > mostAtOnce) throw new Error(`loan ${world.row.loan} is stuck at ${world.now}: ${plan.because}`);
    performPlan(world, plan);
  }
};

const standingOn = ({ paidOff, owes }: LoanWorld, day: number): Standing =>
  paidOff ? 'paid-off' : bucketOf(dpdOn(owes.oldestUnpaidDueOn, dayOfNumber(day)));

/** Paid back to the last instalment: servicing closes the loan. */
const closeIfPaidOff = (world: LoanWorld): void => {
  if (world.paidOff || world.owes.arrears > 0 || world.nextDue !== Infinity) return;
  world.paidOff = true;
  const { row, now } = world;
  tellOfLoan(world, { eventId: `${row.loan}-closed`, occurredAt: now, type: 'loan-closed', reason: 'paid-off' });
};

const endHolds = (world: LoanWorld, day: number): void => {
  for (const holdId of world.resolves.get(day) ?? []) {
    world.keptHolds = world.keptHolds.filter(({ id }) => id !== holdId);
    const itemId = `resolved/${holdId}`;
    if (world.kase)
      letCaseTurn(world, [
        { itemId, at: world.now, kind: 'command', command: { command: 'end-hold', holdId }, actor: 'simulation' },
      ]);
  }
};

/** A day of a loan: what fell due, what holds end, what the case does, and at noon the money. */
const playDay = (world: LoanWorld, day: number): void => {
  if (world.nextDue < day || world.resolves.has(day)) {
    const at = instantAt(dayOfNumber(day), morning, world.zone);
    playUntil(world, at);
    world.now = at;
    endHolds(world, day);
    fallDue(world, day);
    closeIfPaidOff(world);
  }
  const amount = paymentOn(world, day);
  if (amount !== undefined) {
    const at = instantAt(dayOfNumber(day), noon, world.zone);
    playUntil(world, at);
    world.now = at;
    payArrears(world, day, amount);
    closeIfPaidOff(world);
  }
  if (world.kase && isDueBy(world, day + 2)) playUntil(world, startOfDay(dayOfNumber(day + 1), world.zone));
};

/** Whether the case may have something to do before a day, wherever the loan is: no zone is a day from UTC. */
const isDueBy = ({ kase }: LoanWorld, day: number): boolean =>
  kase !== undefined && !('ending' in kase.plan) && dayNumber(kase.plan.dueAt) <= day;

/**
 * Plays one loan for so many months from its `asOf`, with the case, the gate and the money as they are and the borrower as the model says,
 * and adds what became of it to `tally` (of as many months). The same row, rules and seed add the same, whatever the tally holds.
 * The zone and the currency of the row must be known.
 */
export const simulateLoan = (
  row: PortfolioRow,
  rules: SimulationRules,
  { months, seed }: { months: number; seed: string },
  tally: Tally,
  watch: Watch = {},
): void => {
  const world = loanWorld(row, rules, seed, tally, watch);
  tally.loans += 1;
  world.now = startOfDay(row.asOf, world.zone);
  takeOnOverdue(world);
  let day = dayNumber(row.asOf);
  let stood = standingOn(world, day);
  stand(tally, 0, stood);
  for (let month = 1; month <= months; month += 1) {
    world.month = month;
    const end = dayNumber(addMonths(row.asOf, month));
    for (; day < end; day += 1) playDay(world, day);
    const stands = standingOn(world, day);
    stand(tally, month, stands);
    tally.rolls[stood][stands] += 1;
    stood = stands;
  }
  tally.arrearsAtEnd += world.owes.arrears;
  watch.onEnd?.(world);
};

const stand = ({ standing }: Tally, month: number, each: Standing): void => {
  const loans = standing[month];
  if (loans) loans[each] += 1;
};
