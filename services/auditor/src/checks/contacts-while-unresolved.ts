import { isOurs, pursues } from '../act-kinds.js';
import type { Evidence, ParkedEvent } from '../evidence.js';
import { finding, type Finding } from '../finding.js';
import { groupBy } from '../group-by.js';

/** While an event of a loan is set aside nobody knows what it says: it may be a payment. So nothing begins in that loan until it is resolved. */
export const contactsWhileUnresolved = ({ acts, parked }: Evidence): Finding => {
  const byLoan = groupBy(parked, ({ loanId }) => loanId ?? '');
  const violations = acts
    .filter((act) => pursues(act) && isOurs(act))
    .flatMap(({ id, begunAt, covers }) =>
      covers.flatMap(({ loanId }) =>
        (byLoan.get(loanId) ?? [])
          .filter((event) => isOpenAt(event, begunAt))
          .map((event) => `${id} began at ${begunAt} while ${event.id} of loan ${loanId} was set aside`),
      ),
    );
  return finding('contacts-while-unresolved', violations);
};

/** Within one instant of the clock the order is not known. */
const isOpenAt = ({ parkedAt, resolvedAt }: ParkedEvent, at: string): boolean =>
  parkedAt < at && (resolvedAt === undefined || at < resolvedAt);
