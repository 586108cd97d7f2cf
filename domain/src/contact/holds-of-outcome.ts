import { minutesLater } from '../calendar/local-time.js';
import type { Hold } from '../holds/hold.js';
import { widenedHold, type HoldBearing } from '../holds/widened-hold.js';
import type { OutcomeCode } from './outcome-codes.js';
import { outcomeTable } from './outcome-table.js';

/** Whom a contact reached and which loans it spoke of. */
export type Reached = { loans: readonly string[]; person?: string; point?: string };

/**
 * The holds an outcome places, by the outcome table and the law: on the person or the point, or one on each loan that was spoken of.
 * Decided where the act is concluded and nowhere else; `id` is the inbox item that tells of it.
 */
export const holdsOfOutcome = (
  code: OutcomeCode,
  id: string,
  { loans, person, point }: Reached,
  bearing: HoldBearing,
): Hold[] => {
  const { hold } = outcomeTable[code];
  if (!hold) return [];
  const { at: from } = bearing;
  const { reason, stops, days, scope } = widenedHold(hold, bearing);
  const placed = { id, reason, stops, from, ...(days && { until: minutesLater(from, days * 1440) }) };
  if (scope === 'person' && person) return [{ ...placed, scope: { person } }];
  if (scope === 'point' && point) return [{ ...placed, scope: { point } }];
  return loans.map((loan) => ({ ...placed, scope: { loan } }));
};
