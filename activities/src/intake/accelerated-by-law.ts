import type { Law } from '@recourse/domain/law/law';
import { accelerationAgainst } from '@recourse/domain/law/acceleration-against';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/**
 * An acceleration with what the law has against it, which is found once, when it comes: servicing did what it did, and we rest nothing on it that the law does
 * not allow. Any other event as it is.
 */
export function acceleratedByLaw(event: LoanEvent, { loan }: Pick<IntakeRead, 'loan'>, law: Law): LoanEvent {
  const { fact } = event;
  if (fact.type === 'loan-taken-on' && fact.accelerations) {
    const { terms } = fact;
    const accelerations = fact.accelerations.map((each) => {
      const against = accelerationAgainst(law, terms, each);
      return against.length === 0 ? each : { ...each, against };
    });
    return { ...event, fact: { ...fact, accelerations } };
  }
  if (fact.type !== 'loan-accelerated' || loan?.terms === undefined) return event;
  const against = accelerationAgainst(law, loan.terms, fact);
  return against.length === 0 ? event : { ...event, fact: { ...fact, against } };
}
