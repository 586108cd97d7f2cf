import type { Law } from '@recourse/domain/law/law';
import { accelerationUnderLaw } from '@recourse/domain/law/acceleration-under-law';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/**
 * An acceleration with what the law has against it, which is found once, when it comes: servicing did what it did, and we rest nothing on it that the law does
 * not allow. Any other event as it is.
 */
export function acceleratedByLaw(event: LoanEvent, { loan }: Pick<IntakeRead, 'loan'>, law: Law): LoanEvent {
  const fact = accelerationUnderLaw(event.fact, loan?.terms, law);
  return fact === event.fact ? event : { ...event, fact };
}
