import { localDay } from '../calendar/local-time.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import type { Hold } from '../holds/hold.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn, dpdOn } from '../money/arrears.js';
import { contractOrder, type Component } from '../money/components.js';
import { creditorNow } from '../money/creditor-now.js';
import { lateOwed } from '../money/late-owed.js';
import type { Minor } from '../money/money.js';
import type { Position } from '../money/position.js';
import type { CollectionCase } from './collection-case.js';
import { interestStops } from './interest-stops.js';
import type { Terms } from './terms.js';

/** Why no proof can be made (closed): nobody collects; whose claim it is nobody says; an event that names the loan is not read yet, and may be a payment. */
export type ProofRefusal = 'case-closed' | 'creditor-unknown' | 'event-unresolved';

/** Who collects: the lender's own people, or the partner that has the loan, by its id in the register, and since when. */
export type Collector =
  | { by: 'lender' }
  | { by: 'agency' | 'law-firm'; partnerId: string; placementId: string; since: Day };

/**
 * What is shown to a debtor who asks by what right we collect (requirement C6): who collects, for whom, since when, and what the loan owes as
 * `asOf` ends, minor units. `creditor` absent: the lender, as servicing told of no change that the debtor is notified of. `late`: charged for
 * lateness up to `asOf` and not billed; absent: the terms charge for nothing that can be reckoned. Ids only; names are written in by hand.
 */
export type AuthorityProof = {
  caseId: string;
  loanId: string;
  product: string;
  debtors: readonly { personId: string; role: Terms['debtors'][number]['role'] }[];
  asOf: Day;
  collector: Collector;
  creditor?: { id: string; since: Day; notifiedOn: Day };
  contractOn?: Day;
  currency: string;
  overdueSince?: Day;
  dpd: number;
  open: readonly { instalment: number; dueOn: Day; component: Component; amount: Minor }[];
  arrears: Minor;
  late?: Minor;
  credit: Minor;
  owed: Minor;
};

type Loan = { terms?: Terms; position: Position; holds: readonly Hold[]; unresolved: readonly string[] };

const creditorOf = ({ creditors }: Position): AuthorityProof['creditor'] | 'unknown' | undefined => {
  const now = creditorNow(creditors);
  if (!now.changed) return undefined;
  const last = (creditors ?? [])
    .flatMap(({ to, on, notifiedOn }) =>
      to === now.to && notifiedOn !== undefined ? [{ id: to, since: on, notifiedOn }] : [],
    )
    .toSorted((a, b) => (`${a.since} ${a.notifiedOn}` < `${b.since} ${b.notifiedOn}` ? -1 : 1))
    .at(-1);
  return last ?? 'unknown';
};

const collectorOf = ({ handedTo, zone }: CollectionCase): Collector =>
  handedTo === undefined
    ? { by: 'lender' }
    : {
        by: handedTo.kind,
        partnerId: handedTo.partnerId,
        placementId: handedTo.id,
        since: localDay(handedTo.since, zone),
      };

/** Of the day it is in the loan's zone at an instant, by all that is known then. */
export const authorityProof = (
  kase: CollectionCase,
  loan: Loan,
  at: Instant,
): AuthorityProof | { refused: ProofRefusal } => {
  if (kase.status === 'closed') return { refused: 'case-closed' };
  if (loan.unresolved.length > 0) return { refused: 'event-unresolved' };
  const { position, terms = kase.terms } = loan;
  const creditor = creditorOf(position);
  if (creditor === 'unknown') return { refused: 'creditor-unknown' };
  const asOf = localDay(at, kase.zone);
  const { arrears, byInstalment, credit, oldestUnpaidDueOn } = amountsOn(position, asOf, allocationOf(terms));
  const late = lateOwed({ terms, position }, interestStops(kase, loan.holds), asOf)?.late;
  return {
    caseId: kase.caseId,
    loanId: kase.loanId,
    product: terms.product,
    debtors: terms.debtors,
    asOf,
    collector: collectorOf(kase),
    ...(creditor !== undefined && { creditor }),
    ...(terms.startOn !== undefined && { contractOn: terms.startOn }),
    currency: position.currency,
    ...(oldestUnpaidDueOn !== undefined && { overdueSince: oldestUnpaidDueOn }),
    dpd: dpdOn(oldestUnpaidDueOn, asOf),
    open: byInstalment.flatMap(({ number: instalment, dueOn, unpaid }) =>
      contractOrder.flatMap((component) => {
        const amount = unpaid[component] ?? 0;
        return amount === 0 ? [] : [{ instalment, dueOn, component, amount }];
      }),
    ),
    arrears,
    ...(late !== undefined && { late }),
    credit,
    owed: Math.max(0, arrears + (late ?? 0) - credit),
  };
};
