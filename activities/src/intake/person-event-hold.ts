import type { LoanFact, ProtectedBecause } from '@recourse/domain/case/loan-fact';
import { minutesLater } from '@recourse/domain/calendar/local-time';
import type { Hold, HoldStop } from '@recourse/domain/holds/hold';
import { widenedHold, type HoldBearing, type StandardHold } from '@recourse/domain/holds/widened-hold';

const minutesPerDay = 1_440;

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

/** What such an event stops by itself, on the person and until someone ends it, but for breathing space, which the law ends; the law may add to it. */
function standardOf(fact: PersonEvent): StandardHold {
  const hold = { scope: 'person' as const };
  switch (fact.type) {
    case 'person-died':
      return { ...hold, reason: 'death', stops: ['contact', 'escalation', 'timers', 'legal', 'furnishing'] };
    case 'person-insolvent':
      return { ...hold, reason: 'insolvency', stops: ['contact', 'escalation', 'timers', 'interest', 'legal'] };
    case 'person-opted-out':
      return { ...hold, reason: 'opted-out', stops: ['contact'] };
    case 'complaint-raised':
      return { ...hold, reason: 'complaint', stops: ['contact', 'escalation', 'timers'] };
    case 'person-protected':
      return {
        ...hold,
        reason: fact.reason,
        stops: stopsOf(fact.reason),
        ...(fact.reason === 'breathing-space' && { lastsByLaw: true }),
      };
  }
}

/** The safe defaults of regulation.md section 5. */
function stopsOf(reason: ProtectedBecause): HoldStop[] {
  switch (reason) {
    case 'vulnerability':
      return ['escalation'];
    case 'military-service':
      return ['legal'];
    case 'cease-request':
      return ['contact'];
    case 'dispute':
      return ['contact', 'escalation', 'timers'];
    case 'breathing-space':
      return ['contact', 'escalation', 'timers', 'interest', 'legal'];
    case 'identity-theft':
      return ['contact', 'escalation', 'timers', 'interest', 'legal', 'furnishing'];
  }
}

/**
 * The hold an event about a person places on that person. No scope is wider. `id` is the inbox item's (design section 6). Its days begin the
 * day after it was told: a moratorium starts the day after it was entered (SI 2020/1311 regs 24-26), and nobody may be a day early.
 */
export function personEventHold(fact: PersonEvent, id: string, bearing: HoldBearing): Hold {
  const moratorium = fact.type === 'person-protected' ? fact.moratorium : undefined;
  const { reason, stops, days } = widenedHold(standardOf(fact), {
    ...bearing,
    ...(moratorium !== undefined && { circumstance: moratorium }),
  });
  const { at: from } = bearing;
  const until = days === undefined ? {} : { until: minutesLater(from, (days + 1) * minutesPerDay) };
  const interestFrom = fact.type === 'person-insolvent' && fact.on !== undefined ? { interestFrom: fact.on } : {};
  return { id, scope: { person: fact.personId }, from, reason, stops, ...until, ...interestFrom };
}
