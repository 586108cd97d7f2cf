import type { Day } from '../calendar/day.js';
import { openOf, type Debt } from './debt.js';
import { payIn, takeBack, useCredit, type Ledger } from './ledger.js';
import type { MoneyOut } from './money-out.js';
import type { Minor } from './money.js';
import { oweAgain } from './owe-again.js';
import type { Instalment, Payment, Position } from './position.js';
import { takeOver } from './take-over.js';
import type { Waiver } from './waiver.js';

type Event = { on: Day; rank: number; id: string; happens: (ledger: Ledger) => void };

/**
 * Within a day all that makes owed comes before all that pays: debts fall due, money leaves, money comes in, is waived, a new
 * schedule takes over, what was met is settled, payments are taken back. At what hour anything was booked plays no part.
 */
const rank = { due: 0, out: 1, paid: 2, waived: 3, replaced: 4, settled: 5, back: 6 } as const;

/** The day from which a reversed payment is gone: not before it came. */
export const goneOn = ({ valueDate, reversedOn }: Payment): Day | undefined =>
  reversedOn !== undefined && reversedOn < valueDate ? valueDate : reversedOn;

const fallsDue = (on: Day): Event => ({ on, rank: rank.due, id: '', happens: useCredit });

const comesIn = ({ paymentId, amount, valueDate }: Payment, pinned: Minor): Event => ({
  on: valueDate,
  rank: rank.paid,
  id: paymentId,
  happens: (ledger) => payIn(ledger, paymentId, amount - pinned),
});

const leaves = (out: MoneyOut, position: Position): Event => ({
  on: out.on,
  rank: rank.out,
  id: out.outId,
  happens: (ledger) => oweAgain(ledger, out, position),
});

/** Whether an acceleration's debt stands for an instalment: not for one before it, nor for one that a schedule made after it bills. */
const standsFor = ({ restructurings = [] }: Position, debt: Debt, number: number): boolean =>
  debt.source === 'acceleration' &&
  number >= debt.instalment &&
  !restructurings.some(({ on, instalments }) => on >= debt.dueOn && instalments.some((each) => each.number === number));

const isWaived = ({ waiverId, of, amount, waivedOn }: Waiver, position: Position): Event => ({
  on: waivedOn,
  rank: rank.waived,
  id: waiverId,
  happens: ({ debts, today }) => {
    let left = amount;
    for (const debt of debts) {
      const meant =
        'chargeId' in of
          ? debt.source === 'charge' && debt.id === of.chargeId
          : debt.component === of.component &&
            ((debt.source === 'instalment' && debt.instalment === of.instalment) ||
              standsFor(position, debt, of.instalment));
      if (!meant || debt.from > today) continue;
      const waived = Math.min(left, openOf(debt));
      debt.waived += waived;
      left -= waived;
    }
  },
});

/** Servicing told that it was met: what we saw no money for was met by other money, and is not owed. */
const isSettled = ({ number, dueOn }: Instalment): Event => ({
  on: dueOn,
  rank: rank.settled,
  id: String(number).padStart(6, '0'),
  happens: (ledger) => {
    for (const debt of ledger.debts) {
      if (debt.source !== 'instalment' || debt.instalment !== number) continue;
      debt.unseen += openOf(debt);
    }
    for (const parts of ledger.parts.values())
      for (const { paymentId, debt, amount } of parts)
        if (debt.source === 'instalment' && debt.instalment === number) ledger.pins.push({ paymentId, debt, amount });
  },
});

const isTakenBack = (paymentId: string, on: Day): Event => ({
  on,
  rank: rank.back,
  id: paymentId,
  happens: (ledger) => takeBack(ledger, paymentId),
});

/** What is left out of a history, and what of each payment's money is already where it stays. */
export type HistoryCut = { without: ReadonlySet<string>; pinned: ReadonlyMap<string, Minor>; settled: boolean };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All that happened up to `until`, by value date; the order of arrival plays no part. */
export const historyOfMoney = (position: Position, until: Day, { without, pinned, settled }: HistoryCut): Event[] => {
  const {
    instalments,
    payments,
    charges = [],
    waivers = [],
    moneyOut = [],
    restructurings = [],
    accelerations = [],
  } = position;
  const events: Event[] = [];
  const happens = (event: Event): void => {
    if (event.on <= until) events.push(event);
  };
  for (const instalment of instalments) {
    happens(fallsDue(instalment.dueOn));
    if (settled && instalment.state === 'met') happens(isSettled(instalment));
  }
  for (const { dueOn, raisedOn } of charges) {
    happens(fallsDue(dueOn));
    if (raisedOn !== undefined) happens(fallsDue(raisedOn));
  }
  for (const payment of payments) {
    if (without.has(payment.paymentId)) continue;
    happens(comesIn(payment, pinned.get(payment.paymentId) ?? 0));
    const on = goneOn(payment);
    if (on !== undefined) happens(isTakenBack(payment.paymentId, on));
  }
  for (const out of moneyOut) {
    if (out.paymentId !== undefined && without.has(out.paymentId)) continue;
    happens(leaves(out, position));
    if (out.dueOn !== undefined) happens(fallsDue(out.dueOn));
  }
  for (const waiver of waivers)
    if (waiver.withdrawnOn === undefined || waiver.withdrawnOn > until) happens(isWaived(waiver, position));
  for (const restructuring of restructurings)
    happens({
      on: restructuring.on,
      rank: rank.replaced,
      id: restructuring.restructuringId,
      happens: (ledger) => takeOver(ledger, restructuring),
    });
  // What an acceleration stands for is paid by money that was left over.
  for (const { on } of accelerations) happens(fallsDue(on));
  return events.sort((a, b) => byText(a.on, b.on) || a.rank - b.rank || byText(a.id, b.id));
};
