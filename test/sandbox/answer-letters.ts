import { arrearsOf } from '../../services/sandbox/src/loan-account.js';
import { addDays, addMonths, dayOf } from '../../services/sandbox/src/local-time.js';
import type { World } from '../../services/sandbox/src/world.js';

/** A lender who agrees to whatever is asked for, out of what is overdue. Returns how far the letters have been read. */
export function answerLetters(world: World, read: number, at: string): number {
  const letters = world.letters.after(read);
  for (const letter of letters) {
    const loan = world.book.loan(letter.loan);
    if (letter.says !== 'asks' || !loan) continue;
    const { kind, parts, firstInDays, percentOff = 0 } = letter.asks;
    const total = Math.floor((arrearsOf(loan.account) * (100 - percentOff)) / 100);
    const each = Math.floor(total / parts);
    const firstOn = addDays(dayOf(at, loan.terms.zone), firstInDays);
    const schedule = Array.from({ length: parts }, (_, nth) => ({
      dueOn: addMonths(firstOn, nth),
      amount: nth === parts - 1 ? total - each * (parts - 1) : each,
    }));
    world.arranging.offered(loan, { id: `letter-${letter.number}`, hash: 'a'.repeat(64), kind, schedule }, at);
  }
  return read + letters.length;
}
