import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { holdsOfOutcome } from '@recourse/domain/contact/holds-of-outcome';
import type { Hold } from '@recourse/domain/holds/hold';
import type { LoanRecord } from '../records/loan-record.js';
import type { IntakeRead } from './intake-store.js';
import type { Law } from '@recourse/domain/law/law';

type MatterEvent = Extract<LoanFact, { type: 'dispute-raised' | 'complaint-raised' }>;

export const isMatterEvent = (fact: LoanFact): fact is MatterEvent =>
  fact.type === 'dispute-raised' || fact.type === 'complaint-raised';

/** The hold a dispute places on its loan, as one said in a conversation would; `id` is the inbox item's. */
export const disputeHold = (
  { loanId, terms }: Pick<LoanRecord, 'loanId' | 'terms'>,
  id: string,
  { now: at, held }: Pick<IntakeRead, 'now' | 'held'>,
  law: Law,
): Hold[] =>
  holdsOfOutcome(
    'disputes',
    id,
    { loans: [loanId] },
    {
      law,
      at,
      places: [...(terms ? [terms.jurisdiction] : []), ...(held?.places ?? [])],
      products: terms ? [terms.product] : [],
      agency: held?.agency ?? false,
    },
  );
