import { widenedHold } from '@recourse/domain/holds/widened-hold';
import type { Law } from '@recourse/domain/law/law';
import type { IntakeRead } from './intake-store.js';
import type { LoanEvent } from './loan-event.js';

/** A loan taken on with its holds stopping all that the law where loan and persons are stops for the same event; any other event as it is. What the books told of their length and reach stands. */
export function heldByLaw(event: LoanEvent, { now: at, held }: Pick<IntakeRead, 'now' | 'held'>, law: Law): LoanEvent {
  const { fact } = event;
  if (fact.type !== 'loan-taken-on') return event;
  const { jurisdiction, product } = fact.terms;
  const bearing = {
    law,
    at,
    places: [jurisdiction, ...(held?.places ?? [])],
    products: [product],
    agency: held?.agency ?? false,
  };
  const holds = fact.holds.map((hold) => ({
    ...hold,
    stops: widenedHold({ reason: hold.reason, scope: 'person', stops: hold.stops }, bearing).stops,
  }));
  return { ...event, fact: { ...fact, holds } };
}
