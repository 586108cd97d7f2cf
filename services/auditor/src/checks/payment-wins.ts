import { finding, type Evidence, type Finding } from '../evidence.js';

const payments = new Set(['payment-received', 'payment-reversed']);

/** No collection contact begins on a decision that has not read every payment accepted before it, in the loan's own order. */
export const contactsOnUnreadPayment = ({ acts, accepted }: Evidence): Finding => {
  const byLoan = new Map<string, Evidence['accepted']>();
  for (const event of accepted) if (payments.has(event.type)) byLoan.set(event.loanId, [...(byLoan.get(event.loanId) ?? []), event]);
  const violations = acts
    .filter(({ purpose }) => purpose === 'collect')
    .flatMap(({ id, covers }) =>
      covers.flatMap(({ loanId, readPosition, order }) =>
        (byLoan.get(loanId) ?? [])
          .filter((payment) => payment.order < order && payment.positionVersion > readPosition)
          .map((payment) => `${id} began at ${order} on position ${readPosition} of loan ${loanId}, after ${payment.id} at ${payment.order}`),
      ),
    );
  return finding('contacts-on-unread-payment', violations);
};
