import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Payment, Position } from '../money/position.js';

/** Without money that moved, was charged, given up or taken back on that day itself: told in the morning, a sum knows nothing of it. */
const beforeDay = (position: Position, asOf: Day): Position => {
  const { payments, charges, waivers, moneyOut } = position;
  return {
    ...position,
    payments: payments.flatMap(({ reversedOn, ...payment }) => {
      if (payment.valueDate >= asOf) return [];
      return reversedOn === undefined || reversedOn === asOf ? payment : { ...payment, reversedOn };
    }),
    ...(charges && { charges: charges.filter(({ dueOn }) => dueOn !== asOf) }),
    ...(waivers && { waivers: waivers.filter(({ waivedOn }) => waivedOn !== asOf) }),
    ...(moneyOut && { moneyOut: moneyOut.filter(({ on }) => on !== asOf) }),
  };
};

/**
 * What servicing may have had in its books when it told sums as of a day: all that is known by now, or without what it may not have booked by then (money of that
 * day itself, money that came later and was dated back), the likeliest first. What nobody proved of an acceleration is in its books all the same, and
 * what was told in error on the days it was.
 */
export function* booksOfDay(position: Position, asOf: Day, at?: Instant): Generator<Position> {
  const { accelerations } = position;
  const books = accelerations
    ? { ...position, accelerations: accelerations.map(({ against: _ours, undoneBecause: _later, ...each }) => each) }
    : position;
  yield books;
  const cameBy: ((payment: Payment) => boolean)[] = [
    () => true,
    ...(at === undefined ? [] : [({ receivedAt }: Payment) => receivedAt <= at]),
    ({ receivedAt }) => receivedAt.slice(0, 10) <= asOf,
    ({ receivedAt }) => receivedAt.slice(0, 10) < asOf,
  ];
  for (const came of cameBy) {
    const known = { ...books, payments: books.payments.filter(came) };
    yield known;
    yield beforeDay(known, asOf);
  }
}
