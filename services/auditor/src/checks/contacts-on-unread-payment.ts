import { isOurs, planOf, pursues } from '../act-kinds.js';
import type { AuditedAct, Cover } from '../audited-act.js';
import type { AuditedPermit, Evidence, Fact, Planned } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** Whatever changes what is owed, or says that money is on its way. */
const payments = new Set([
  'payment-received',
  'payment-reversed',
  'payment-pending',
  'charge-added',
  'amount-waived',
  'waiver-withdrawn',
  'money-out',
  'loan-restructured',
  'loan-accelerated',
  'acceleration-undone',
  'creditor-changed',
  'loan-closed',
]);

/**
 * Nothing that pursues money begins on a decision that has not read every payment accepted before it, in the loan's own order.
 * What the decision had read is taken from the journal: the act's own word would only say what `begin` had read.
 */
export const contactsOnUnreadPayment = ({ acts, accepted, journal, permits }: Evidence): Finding => {
  const byLoan = groupBy(
    accepted.filter(({ type }) => payments.has(type)),
    ({ loanId }) => loanId,
  );
  const decisions = groupBy(
    journal.flatMap(({ fact }) => (fact.type === 'step-planned' ? [fact] : [])),
    (fact) => planned(fact).id ?? '',
  );
  const granted = new Map(permits.map((permit) => [permit.permitId, permit]));
  const began = acts.filter((act) => pursues(act) && isOurs(act));
  const violations = began.flatMap((act) =>
    act.covers.flatMap((cover) => {
      const { permitId } = act;
      const read = permitId === undefined ? readBy(act, cover, decisions) : grantedOn(granted.get(permitId), cover);
      if (read === undefined)
        return [`${act.id} rests on ${planOf(cover.planId)}, which nobody had decided by ${act.begunAt}`];
      return (byLoan.get(cover.loanId) ?? [])
        .filter((payment) => payment.order < cover.order && payment.positionVersion > read)
        .map(
          (payment) =>
            `${act.id} began at ${cover.order} on position ${read} of loan ${cover.loanId}, after ${payment.id} at ${payment.order}`,
        );
    }),
  );
  return finding('contacts-on-unread-payment', violations);
};

/** A permit is a decision: on the position on which it was granted. */
const grantedOn = (permit: AuditedPermit | undefined, { loanId, readPosition }: Cover): number | undefined => {
  const cover = permit?.covers.find((each) => each.loanId === loanId);
  return cover && Math.min(cover.readPosition, readPosition);
};

const planned = ({ plan }: Fact): Planned => (plan ?? {}) as Planned;

/** The newest decision for the plan that can have led to the act; undefined when there is none. */
const readBy = (
  { begunAt }: AuditedAct,
  { planId, readPosition }: Cover,
  decisions: Map<string, Fact[]>,
): number | undefined => {
  const earlier = (decisions.get(planOf(planId)) ?? []).filter(({ at }) => at <= begunAt);
  if (earlier.length === 0) return undefined;
  return Math.min(readPosition, Math.max(...earlier.map((fact) => planned(fact).readPosition ?? 0)));
};
