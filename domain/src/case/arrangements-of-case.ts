import { agreementContents, type AgreementContents } from '../arrangements/agreement-contents.js';
import type { Arrangement } from '../arrangements/arrangement.js';
import { standingOfArrangement, type ArrangementStandingNow } from '../arrangements/standing-of-arrangement.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import type { CollectionCase } from './collection-case.js';
import type { Course } from './course.js';

/** Not over: a second one would be about the same money. */
export const isOpen = ({ state }: Arrangement): boolean =>
  state === 'proposed' || state === 'offered' || state === 'active';

export const arrangementOf = ({ kase }: Course, id: string): Arrangement | undefined =>
  kase.arrangements?.find((each) => each.id === id);

/** While one is kept the case stays open, whatever is overdue: somebody must watch it. */
export const isWatched = ({ kase }: Course): boolean =>
  kase.arrangements?.some(({ state }) => state === 'active') ?? false;

export const standingIn = ({ kase, seen, at }: Course, arrangement: Arrangement): ArrangementStandingNow =>
  standingOfArrangement(arrangement, seen.position, allocationOf(seen.terms), kase.zone, at);

/** What the agreement of a case says. */
export const contentsOf = (
  { loanId, terms, zone }: Pick<CollectionCase, 'loanId' | 'terms' | 'zone'>,
  arrangement: Pick<Arrangement, 'terms' | 'proposedAt' | 'offerUntil'>,
): AgreementContents =>
  agreementContents(arrangement.terms, {
    loanId,
    debtors: terms.debtors.map(({ personId }) => personId),
    product: terms.product,
    proposedOn: localDay(arrangement.proposedAt, zone),
    offerUntil: localDay(arrangement.offerUntil, zone),
  });
