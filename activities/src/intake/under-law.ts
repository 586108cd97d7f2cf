import type { Terms } from '@recourse/domain/case/terms';
import type { Law } from '@recourse/domain/law/law';
import { termsByLaw } from '@recourse/domain/law/terms-by-law';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/** An event that tells terms, with what the law in force makes of them; any other as it is. */
export function underLaw(event: LoanEvent, { now }: Pick<IntakeRead, 'now'>, law: Law): LoanEvent {
  const { fact } = event;
  if (!('terms' in fact) || fact.terms === undefined) return event;
  const terms: Terms = fact.terms;
  const byLaw = termsByLaw(law, terms, now.slice(0, 10));
  return byLaw === undefined ? event : { ...event, fact: { ...fact, terms: { ...terms, byLaw } } };
}
