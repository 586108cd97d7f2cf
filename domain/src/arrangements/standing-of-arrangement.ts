import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { startOfDay } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import { playedLedger } from '../money/allocate-payments.js';
import type { AllocationRules } from '../money/allocation-order.js';
import { sumOf } from '../money/components.js';
import type { Minor } from '../money/money.js';
import { moneyThatStays } from '../money/money-that-stays.js';
import type { Payment, Position } from '../money/position.js';
import { duesOfLayout } from './arrangement-schedule.js';
import type { Arrangement } from './arrangement.js';

type Due = { dueOn: Day; amount: Minor };

/**
 * How an accepted arrangement stands. `received`: minor units that came for it; `missed`: the due day of what was not paid in time, nor within
 * the days of cure; `next`: when time alone may break it; `keptOn`: the value date by which all of it had come.
 */
export type ArrangementStandingNow = {
  state: 'active' | 'kept' | 'broken';
  received: Minor;
  missed?: Day;
  next?: Instant;
};

/** Money that is for it: not what had come when it was proposed, nor what was taken back. */
export const moneyForArrangement = (
  { countsFrom, notCounting }: Pick<Arrangement, 'countsFrom' | 'notCounting'>,
  position: Pick<Position, 'payments' | 'moneyOut'>,
): Payment[] =>
  moneyThatStays(position).filter(
    ({ paymentId, valueDate }) => valueDate >= countsFrom && !notCounting.includes(paymentId),
  );

type Come = { valueDate: Day; amount: Minor };

/** The name under which an arrangement knows a waiver that was there when it was proposed. */
export const nameOfWaiver = (waiverId: string): string => `waiver/${waiverId}`;

/** What servicing gave up since, beyond what the arrangement gives up: nobody pays it, and it breaks nothing. Never more than waivers took off. */
const givenUpSince = (
  { terms, countsFrom, notCounting }: Arrangement,
  position: Position,
  rules: AllocationRules,
): Come[] => {
  const since = (position.waivers ?? []).filter(
    ({ waiverId, waivedOn, withdrawnOn }) =>
      withdrawnOn === undefined && waivedOn >= countsFrom && !notCounting.includes(nameOfWaiver(waiverId)),
  );
  if (since.length === 0) return [];
  let agreed = sumOf(terms.discount);
  let most = playedLedger(position, 'now', rules).debts.reduce((sum, { waived }) => sum + waived, 0);
  return since
    .toSorted((a, b) => (a.waivedOn < b.waivedOn ? -1 : a.waivedOn > b.waivedOn ? 1 : 0))
    .flatMap(({ waivedOn, amount }) => {
      const took = Math.min(amount, most);
      const beyond = Math.max(0, took - agreed);
      most -= took;
      agreed -= took - beyond;
      return beyond > 0 ? [{ valueDate: waivedOn, amount: beyond }] : [];
    });
};

/**
 * What falls due by the contract meanwhile: an arrangement of the arrears does not put off what comes after them. Of an instalment met in time
 * only what told money had to give for it counts: it cannot keep both. But money agreed for charges that nobody has billed lies there until they are,
 * and that an instalment took it breaks nothing.
 */
const duesOfContract = (
  { terms, acceptedOn = '' }: Arrangement,
  position: Position,
  rules: AllocationRules,
  lastOn: Day,
): Due[] => {
  if (terms.over === 'all') return [];
  const later = position.instalments.filter(({ dueOn }) => dueOn > acceptedOn && dueOn <= lastOn);
  if (later.length === 0) return [];
  const met = later.some(({ state }) => state === 'met') ? playedLedger(position, 'now', rules).debts : [];
  let lying = sumOf(terms.late ?? {});
  return later.map(({ number, dueOn, due, state }) => {
    if (state === 'missed') return { dueOn, amount: sumOf(due) };
    const took = met
      .filter(({ instalment, source }) => instalment === number && source === 'instalment')
      .reduce((sum, { paid }) => sum + paid, 0);
    const lay = Math.min(took, lying);
    lying -= lay;
    return { dueOn, amount: took - lay };
  });
};

/**
 * Judges by value date, from the position alone, so that the order in which news comes plays no part. A due day is missed when grace and
 * posting time are over and the money, all that came so far, does not reach what was to have come by then; money within the days of cure
 * mends it. All paid, early or not, it is kept, and what falls due later is no part of it.
 */
export const standingOfArrangement = (
  arrangement: Arrangement,
  position: Position,
  rules: AllocationRules,
  zone: ZoneSlice,
  at: Instant,
): ArrangementStandingNow => {
  const { terms } = arrangement;
  const { graceDays, postingDays, cureDays, tolerance } = terms;
  const agreed = duesOfLayout(terms.layout);
  const lastOn = agreed.at(-1)?.dueOn ?? '';
  const paid = moneyForArrangement(arrangement, position);
  const money: Come[] = [...paid, ...givenUpSince(arrangement, position, rules)].toSorted((a, b) =>
    a.valueDate < b.valueDate ? -1 : a.valueDate > b.valueDate ? 1 : 0,
  );
  const contract = duesOfContract(arrangement, position, rules, lastOn);
  const received = paid.reduce((sum, { amount }) => sum + amount, 0);
  const total = agreed.reduce((sum, { amount }) => sum + amount, 0);

  /** The value date by which so much had come. */
  const reached = (needed: Minor): Day | undefined => {
    let sum = 0;
    if (needed <= 0) return '';
    return money.find(({ amount }) => (sum += amount) >= needed)?.valueDate;
  };
  let had = 0;
  const keptOn = money.find(({ amount, valueDate }) => {
    had += amount;
    const due = contract.reduce((sum, each) => sum + (each.dueOn <= valueDate ? each.amount : 0), 0);
    return had + tolerance >= total + due;
  })?.valueDate;

  let needed = 0;
  let next: Instant | undefined;
  const dues = [...agreed, ...contract].toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  for (const { dueOn, amount } of dues) {
    if (keptOn !== undefined && dueOn > keptOn) break;
    needed += amount;
    const came = reached(needed - tolerance);
    const inTime = addDays(dueOn, graceDays);
    if (came !== undefined && came <= addDays(inTime, cureDays)) continue;
    const judgedAt = startOfDay(addDays(inTime, postingDays + 1), zone);
    if (judgedAt <= at) return { state: 'broken', received, missed: dueOn };
    if (next === undefined || judgedAt < next) next = judgedAt;
  }
  if (keptOn !== undefined && next === undefined) return { state: 'kept', received };
  return { state: 'active', received, ...(next !== undefined && { next }) };
};
