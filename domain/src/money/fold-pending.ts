import type { LoanFact } from '../case/loan-fact.js';
import type { PositionRefusal } from './position-refusal.js';
import type { FailedPayment, PendingPayment } from './pending-payment.js';
import type { Position } from './position.js';

type Told = Extract<LoanFact, { type: 'payment-pending' | 'payment-failed' }>;

/** Adds what is new, by id; the same again changes nothing; another telling is refused with the field that differs. */
const keep = <T extends { paymentId: string }>(
  all: readonly T[],
  told: T,
): { all: readonly T[] } | { field: string } => {
  const known = all.find(({ paymentId }) => paymentId === told.paymentId);
  if (!known) return { all: [...all, told].sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1)) };
  const [a, b] = [new Map(Object.entries(known)), new Map(Object.entries(told))];
  const field = [...new Set([...a.keys(), ...b.keys()])].sort().find((each) => a.get(each) !== b.get(each));
  return field === undefined ? { all } : { field };
};

const differs = (paymentId: string, field: string): PositionRefusal => ({
  refused: 'pending-differs',
  field,
  reason: `payment ${paymentId} is known with another ${field}`,
});

/** Money on its way and money that did not come, in any order; a refusal when the same is told with other content. */
export const foldPending = (position: Position, fact: Told): { position: Position } | PositionRefusal => {
  if (fact.type === 'payment-pending') {
    const { paymentId, amount, expectedBy } = fact;
    const before = position.pending ?? [];
    const kept = keep<PendingPayment>(before, { paymentId, amount, expectedBy });
    if ('field' in kept) return differs(paymentId, kept.field);
    return { position: kept.all === before ? position : { ...position, pending: [...kept.all] } };
  }
  const { paymentId, failedOn, reason, attempt } = fact;
  const before = position.failed ?? [];
  const kept = keep<FailedPayment>(before, {
    paymentId,
    failedOn,
    reason,
    ...(attempt !== undefined && { attempt }),
  });
  if ('field' in kept) return differs(paymentId, kept.field);
  return { position: kept.all === before ? position : { ...position, failed: [...kept.all] } };
};

/** What is still on its way: told as pending, and neither booked nor failed. */
export const stillPending = ({ pending = [], payments, failed = [] }: Position): PendingPayment[] =>
  pending.filter(
    ({ paymentId }) =>
      !payments.some((payment) => payment.paymentId === paymentId) &&
      !failed.some((each) => each.paymentId === paymentId),
  );
