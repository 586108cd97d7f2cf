import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';
import type { Law } from '@recourse/domain/law/law';
import { termsUnderLaw } from '@recourse/domain/law/terms-under-law';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/** The day, by UTC, on which terms are taken: its law stands above them. */
export const dayOfLaw = (takenAt: Instant): Day => takenAt.slice(0, 10);

/** An event that tells terms, with what the law in force makes of them; any other as it is. */
export function underLaw(event: LoanEvent, { now }: Pick<IntakeRead, 'now'>, law: Law): LoanEvent {
  const fact = termsUnderLaw(event.fact, law, dayOfLaw(now));
  return fact === event.fact ? event : { ...event, fact };
}
