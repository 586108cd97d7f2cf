import type { Instant } from '../calendar/instant.js';
import { borrowerOf, type Terms } from '../case/terms.js';
import type { Law } from '../law/law.js';
import type { Hold } from './hold.js';
import { widenedHold } from './widened-hold.js';

/** Why many loans are held at once by somebody's word. */
export const massReasons = ['disaster', 'command'] as const;
export type MassReason = (typeof massReasons)[number];

/** The hold of one loan among many; on its borrower where the law of the place says so. Open until `until`, or until somebody ends it. */
export const massHold = (
  { loanId, terms }: { loanId: string; terms: Terms },
  { id, reason, at, until, law }: { id: string; reason: MassReason; at: Instant; until?: Instant; law: Law },
): Hold => {
  const { stops, scope } = widenedHold(
    { reason, scope: 'loan', stops: ['contact', 'escalation', 'timers'] },
    { law, at, places: [terms.jurisdiction], products: [terms.product] },
  );
  const person = borrowerOf(terms);
  return {
    id,
    reason,
    scope: scope === 'person' && person !== undefined ? { person } : { loan: loanId },
    stops,
    from: at,
    ...(until !== undefined && { until }),
  };
};
