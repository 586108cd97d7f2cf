import type { Day } from '../calendar/day.js';
import type { AllocationRules } from './allocation-order.js';
import type { Component } from './components.js';
import { debtsOf, type Debt, type DebtSource } from './debt.js';
import { goneOn, historyOfMoney, type HistoryCut } from './history-of-money.js';
import { openLedger, type Ledger } from './ledger.js';
import type { Minor } from './money.js';
import type { Position } from './position.js';

/**
 * So much of a payment went to one component of one instalment, charge or chargeback. `covers`: it was credit and covered money that left
 * the loan, the moment it left.
 */
export type AllocatedPart = DebtSource & {
  paymentId: string;
  instalment: number;
  component: Component;
  amount: Minor;
  covers?: true;
};

/**
 * Debts with what was paid and waived of them; where each payment went; money that nothing needed, by payment; and how many days past due
 * the loan was on each payment's value date, before its own money. Minor units.
 */
export type Allocation = {
  debts: readonly Readonly<Debt>[];
  parts: readonly AllocatedPart[];
  credit: readonly { paymentId: string; amount: Minor }[];
  dpdOf: ReadonlyMap<string, number>;
};

/** After every day there is. */
const endOfTime = '~';
const nothingPinned: ReadonlyMap<string, Minor> = new Map();

const play = (ledger: Ledger, position: Position, until: Day, cut: HistoryCut): Ledger => {
  for (const event of historyOfMoney(position, until, cut)) {
    ledger.today = event.on;
    event.happens(ledger);
  }
  return ledger;
};

const told = ({ debts, parts, credit, dpd }: Ledger): Allocation => ({
  debts,
  parts: [...parts.values()]
    .flat()
    .map(({ paymentId, amount, covers, debt: { source, id, instalment, component } }) => ({
      paymentId,
      source,
      id,
      instalment,
      component,
      amount,
      ...(covers && { covers }),
    })),
  credit: credit.filter(({ left }) => left > 0).map(({ paymentId, left }) => ({ paymentId, amount: left })),
  dpdOf: dpd,
});

/** Money stays with the instalment it met in time: as it was played with every payment there, less the payments that are gone. */
const withMetKept = (
  position: Position,
  until: Day,
  rules: AllocationRules,
  played: Ledger,
  gone: ReadonlySet<string>,
) => {
  const pins = played.pins.filter(({ paymentId }) => !gone.has(paymentId));
  const pinned = new Map<string, Minor>();
  const ledger = openLedger(debtsOf(position, until), rules);
  const nth = new Map(played.debts.map((debt, index) => [debt, index]));
  ledger.debts.forEach((debt, index) => {
    debt.unseen = played.debts[index]?.unseen ?? 0;
  });
  for (const { paymentId, debt: before, amount } of pins) {
    const debt = ledger.debts[nth.get(before) ?? -1];
    if (!debt) continue;
    debt.paid += amount;
    ledger.parts.set(paymentId, [...(ledger.parts.get(paymentId) ?? []), { paymentId, debt, amount, covers: false }]);
    pinned.set(paymentId, (pinned.get(paymentId) ?? 0) + amount);
  }
  return { ledger, pinned };
};

/**
 * The ledger as it stands on a day, for those who need no account of it: `allocatePayments` says how it comes about.
 */
export const playedLedger = (position: Position, day: Day | 'now', rules: AllocationRules): Ledger => {
  const until = day === 'now' ? endOfTime : day;
  const gone = new Set<string>();
  for (const payment of position.payments) {
    const on = goneOn(payment);
    if (on !== undefined && on <= until) gone.add(payment.paymentId);
  }
  const anyMet = position.instalments.some(({ state }) => state === 'met');
  const fresh = (): Ledger => openLedger(debtsOf(position, until), rules);
  if (gone.size === 0 || !anyMet)
    return play(fresh(), position, until, { without: gone, pinned: nothingPinned, settled: anyMet });
  const played = play(fresh(), position, until, { without: new Set(), pinned: nothingPinned, settled: true });
  const { ledger, pinned } = withMetKept(position, until, rules, played, gone);
  return play(ledger, position, until, { without: gone, pinned, settled: false });
};

/**
 * Lays all that is known out by value date and allocates as the rules of the contract say on each day. A reversed payment counts until the
 * day before its reversal; from then on all money is allocated as though it had never come, but for what met an instalment in time.
 * `now`: all that is known, whatever its date.
 */
export const allocatePayments = (position: Position, day: Day | 'now', rules: AllocationRules): Allocation =>
  told(playedLedger(position, day, rules));
