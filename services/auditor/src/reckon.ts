import { isSilent } from './laid-order.js';
import { layOut, overdueOf } from './lay-out.js';
import type { News } from './news.js';
import { orderIn } from './terms-in.js';

/** Minor units. `arrears`: absent: what this reckoning does not cover. `oldest`: the day since when something is owed. `paid`: what came in and was not taken back, by currency. */
export type Reckoned = { arrears?: number; oldest?: string; paid: Map<string, number> };

type Debt = { number: number; left: number; due: number; dueOn: string; met: boolean; reopened: boolean };
type Money = { left: number; spent: { on: Debt; amount: number }[] };

/** What an instalment as one sum does not tell. */
const laidOutByDebt = new Set<News['news']>(['charge', 'waiver', 'out', 'schedule', 'acceleration', 'reversal']);
/** Of which the sums are told by component. */
const splits = new Set<News['news']>(['waiver', 'schedule']);

/**
 * What a loan owes by all these news, whatever order they came in: laid out by value date, oldest instalment first, in the order its terms and the law
 * have it (`told`: the news that tell of the terms). Reckoned here anew. Without waivers, schedules and the like an instalment is one sum.
 */
export function reckon(news: readonly News[], told: readonly News[] = news): Reckoned {
  const order = orderIn(told);
  const isByDebt = news.some(({ news: kind }) => laidOutByDebt.has(kind));
  // What a chargeback makes owed again is split by an order that we do not follow.
  const isSplit = news.some(({ news: kind }) => kind === 'out') && news.some(({ news: kind }) => splits.has(kind));
  if (isByDebt && (!order || (!isSilent(order) && isSplit))) return { paid: paidIn(news) };
  const laid = isByDebt && order && layOut(news, '~', order);
  if (laid) {
    const [first] = laid.debts
      .filter(({ open: left }) => left > 0)
      .map(({ dueOn }) => dueOn)
      .toSorted();
    return { arrears: overdueOf(laid), paid: paidIn(news), ...(first !== undefined && { oldest: first }) };
  }
  const open: Debt[] = [];
  const purse = new Map<string, Money>();
  for (const event of byDay(news)) {
    const spend = (money: Money): void => {
      for (const debt of open) {
        // Met in time: only money of that time can have met it.
        if (debt.met && !debt.reopened && event.day > debt.dueOn) continue;
        const amount = Math.min(debt.left, money.left);
        if (amount === 0) continue;
        debt.left -= amount;
        money.left -= amount;
        money.spent.push({ on: debt, amount });
      }
    };
    if (event.what === 'due') open.push({ ...event.debt });
    if (event.what === 'paid') purse.set(event.id, { left: event.amount, spent: [] });
    if (event.what === 'back') {
      for (const { on, amount } of purse.get(event.id)?.spent ?? []) {
        // What was met by money we never saw is not owed; only what was taken back is.
        on.left = on.met && !on.reopened ? amount : on.left + amount;
        on.reopened = true;
      }
      purse.delete(event.id);
    }
    for (const money of purse.values()) if (money.left > 0) spend(money);
  }
  const unpaid = open.filter(({ left, met, reopened }) => left > 0 && (!met || reopened));
  const arrears = unpaid.reduce((sum, { left }) => sum + left, 0);
  const [oldest] = unpaid.map(({ dueOn }) => dueOn).toSorted();
  // By an order that nobody here walks another debt may be the oldest.
  return { arrears, paid: paidIn(news), ...(order && oldest !== undefined && { oldest }) };
}

type Event = { day: string; rank: number; id: string } & (
  | { what: 'due'; debt: Debt }
  | { what: 'paid'; amount: number }
  | { what: 'back' }
);

/** Each instalment, payment and reversal once: within a day debts, then money, then what is taken back. */
function byDay(news: readonly News[]): Event[] {
  const events = new Map<string, Event>();
  const valueDates = new Map(
    news.flatMap((each) => (each.news === 'payment' ? [[each.paymentId, each.valueDate] as const] : [])),
  );
  for (const each of news) {
    if (each.news === 'instalment') {
      const key = `due ${each.number}`;
      const known = events.get(key);
      // Told both missed and met, it is missed.
      if (known?.what === 'due' && (each.met || !known.debt.met)) continue;
      const debt = { ...each, left: each.due, reopened: false };
      events.set(key, { what: 'due', day: each.dueOn, rank: 0, id: String(each.number).padStart(6, '0'), debt });
    } else if (each.news === 'payment' && !events.has(`paid ${each.paymentId}`)) {
      const { paymentId: id, amount, valueDate: day } = each;
      events.set(`paid ${id}`, { what: 'paid', day, rank: 1, id, amount });
    } else if (each.news === 'reversal') {
      const { paymentId: id, reversedOn } = each;
      const valueDate = valueDates.get(id);
      if (valueDate === undefined) continue;
      const day = reversedOn > valueDate ? reversedOn : valueDate;
      events.set(`back ${id}`, { what: 'back', day, rank: 2, id });
    }
  }
  return [...events.values()].sort((a, b) => compare(a.day, b.day) || a.rank - b.rank || compare(a.id, b.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function paidIn(news: readonly News[]): Map<string, number> {
  const back = new Set(news.flatMap((each) => (each.news === 'reversal' ? [each.paymentId] : [])));
  const seen = new Set<string>();
  const paid = new Map<string, number>();
  for (const each of news) {
    if (each.news !== 'payment' || back.has(each.paymentId) || seen.has(each.paymentId)) continue;
    seen.add(each.paymentId);
    paid.set(each.currency, (paid.get(each.currency) ?? 0) + each.amount);
  }
  return paid;
}
