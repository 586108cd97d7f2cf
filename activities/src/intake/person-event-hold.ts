import type { LoanFact } from '@recourse/domain/case/loan-fact';
import type { Hold } from '@recourse/domain/holds/hold';

export type PersonEvent = Extract<LoanFact, { personId: string }>;

export const isPersonEvent = (fact: LoanFact): fact is PersonEvent => 'personId' in fact;

/** The persons on whom an event places holds. */
export const personsHeldBy = (fact: LoanFact): string[] => {
  if (isPersonEvent(fact)) return [fact.personId];
  if (fact.type !== 'loan-taken-on') return [];
  const held = fact.holds.flatMap(({ personId, pointId }) =>
    personId !== undefined && pointId === undefined ? [personId] : [],
  );
  return [...new Set(held)].toSorted();
};

/** The hold an event about a person places on that person, until someone ends it. `id` is the inbox item's (design section 6). */
export function personEventHold(fact: PersonEvent, id: string, from: string): Hold {
  const hold = { id, scope: { person: fact.personId }, from };
  switch (fact.type) {
    case 'person-died':
      return { ...hold, reason: 'death', stops: ['contact', 'escalation', 'timers', 'legal', 'furnishing'] };
    case 'person-insolvent':
      return { ...hold, reason: 'insolvency', stops: ['contact', 'escalation', 'timers', 'interest', 'legal'] };
    case 'person-opted-out':
      return { ...hold, reason: 'opted-out', stops: ['contact'] };
  }
}
