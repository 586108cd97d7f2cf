import { sharePromises } from '@recourse/domain/arrangements/share-promises';
import { refusePromises, type PromiseRefusal } from '@recourse/domain/arrangements/refuse-promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { OutcomeDetails } from '@recourse/domain/case/act-outcome';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { HeldLoan } from '@recourse/domain/case/late-of-case';
import { promiseStanding } from '@recourse/domain/case/promise-standing';
import { promisesTold } from '@recourse/domain/case/promises-told';
import { borrowerOf } from '@recourse/domain/case/terms';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import type { Strategy } from '@recourse/domain/strategy/strategy';
import type { ActRecord } from '../records/act-record.js';
import { weightsOf } from './outcome-for-loan.js';

/** A case an act covers and its loan, as they stand. */
export type CoveredStanding = { kase: CollectionCase; loan: HeldLoan };

type Told = { code: OutcomeCode; details?: OutcomeDetails; at: Instant };

/**
 * Why what the borrower promised in a contact cannot be taken, so that whoever tells it can tell it otherwise; undefined when it can, or nothing
 * was promised. The case judges again when it hears of it: money may have come meanwhile. `strategies` by hash.
 */
export const refusedPromise = (
  { covers, personId }: ActRecord,
  standings: readonly CoveredStanding[],
  strategies: ReadonlyMap<string, Strategy>,
  { code, details, at }: Told,
): PromiseRefusal | undefined => {
  const told = code === 'promise' ? promisesTold(details) : undefined;
  if (!told) return undefined;
  const weights = weightsOf(covers);
  for (const [nth, { caseId }] of covers.entries()) {
    const standing = standings.find(({ kase }) => kase.caseId === caseId);
    const strategy = standing && strategies.get(standing.kase.strategy.hash);
    if (!standing || !strategy || standing.kase.status === 'closed') continue;
    if (personId !== borrowerOf(standing.kase.terms)) continue;
    const share = sharePromises(told, weights, nth);
    const refused = refusePromises(share, promiseStanding(standing.kase, standing.loan, strategy, at));
    if (refused) return refused;
  }
  return undefined;
};
