import { addDays } from '@recourse/domain/calendar/day-arithmetic';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { CaseWorld } from './case-world.js';

/** What happens to money beside instalments and payments; `nth` names it, and what it undoes may not have been told. */
export const moneyBeside = (
  { now, position }: CaseWorld,
  happens: 'charge' | 'waiver' | 'withdrawal' | 'chargeback' | 'pending' | 'failing',
  nth: number,
  today: string,
): LoanFact => {
  const head = { eventId: `${happens}-${nth}-${now}`, occurredAt: now, currency: 'CNY' };
  const paymentId = position.payments[nth]?.paymentId ?? `never-${nth}`;
  switch (happens) {
    case 'charge':
      return { ...head, type: 'charge-added', chargeId: `c-${nth}`, component: 'fees', amount: 3_000, dueOn: today };
    case 'waiver':
      return {
        ...head,
        type: 'amount-waived',
        waiverId: `w-${nth}`,
        of: { instalment: 1, component: 'principal' },
        amount: 70_000,
        waivedOn: today,
      };
    case 'withdrawal':
      return { ...head, type: 'waiver-withdrawn', waiverId: `w-${nth}`, withdrawnOn: today };
    case 'chargeback':
      return { ...head, type: 'money-out', outId: `o-${nth}`, kind: 'chargeback', amount: 9_000, on: today, paymentId };
    case 'pending':
      return { ...head, type: 'payment-pending', paymentId, amount: 5_000, expectedBy: addDays(today, 4) };
    case 'failing':
      return { ...head, type: 'payment-failed', paymentId, failedOn: today, reason: 'technical', attempt: 1 };
    default:
      return happens satisfies never;
  }
};
