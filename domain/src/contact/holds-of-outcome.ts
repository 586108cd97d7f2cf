import { minutesLater } from '../calendar/local-time.js';
import type { Instant } from '../calendar/instant.js';
import type { Hold } from '../holds/hold.js';
import type { OutcomeCode } from './outcome-codes.js';
import { outcomeTable } from './outcome-table.js';

/** Whom a contact reached and which loans it spoke of. */
export type Reached = { loans: readonly string[]; person?: string; point?: string };

/**
 * The holds an outcome places, by the outcome table: one on the person or the point, or one on each loan that was spoken of.
 * Decided where the act is concluded and nowhere else; `id` is the inbox item that tells of it.
 */
export const holdsOfOutcome = (
  code: OutcomeCode,
  id: string,
  from: Instant,
  { loans, person, point }: Reached,
): Hold[] => {
  const { hold } = outcomeTable[code];
  if (!hold) return [];
  const { reason, stops, days } = hold;
  const placed = { id, reason, stops, from, ...(days && { until: minutesLater(from, days * 1440) }) };
  if (hold.scope === 'person' && person) return [{ ...placed, scope: { person } }];
  if (hold.scope === 'point' && point) return [{ ...placed, scope: { point } }];
  return loans.map((loan) => ({ ...placed, scope: { loan } }));
};
