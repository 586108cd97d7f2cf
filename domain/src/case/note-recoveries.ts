import { moneyThatStays } from '../money/money-that-stays.js';
import { countedOf } from '../write-off/write-off.js';
import { state, type Course } from './course.js';

/** Money that comes for a claim that is written off is recovery, once, and what is taken back of it is none any more. */
export const noteRecoveries = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  const { writeOff } = kase;
  if (writeOff?.state !== 'written-off' || writeOff.writtenOffAt === undefined) return;
  const { id: writeOffId, writtenOffAt, currency } = writeOff;
  const stays = new Map(moneyThatStays(seen.position).map(({ paymentId, amount }) => [paymentId, amount]));
  for (const payment of seen.position.payments) {
    const { paymentId, valueDate, receivedAt } = payment;
    if (receivedAt < writtenOffAt) continue;
    const counted = countedOf(writeOff, payment);
    const left = stays.get(paymentId) ?? 0;
    if (left === counted) continue;
    state(course, cause, {
      type: 'recovery-noted',
      writeOffId,
      paymentId,
      amount: Math.abs(left - counted),
      currency,
      valueDate,
      ...(left < counted && { takenBack: true }),
      ...(left > 0 && left < payment.amount && { left }),
    });
  }
};
