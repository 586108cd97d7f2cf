import type { Law } from '@recourse/domain/law/law';
import { termsUnderLaw } from '@recourse/domain/law/terms-under-law';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/** An event that tells terms, with what the law in force makes of them; any other as it is. */
export function underLaw(event: LoanEvent, { now }: Pick<IntakeRead, 'now'>, law: Law): LoanEvent {
  const fact = termsUnderLaw(event.fact, law, now.slice(0, 10));
  return fact === event.fact ? event : { ...event, fact };
}
