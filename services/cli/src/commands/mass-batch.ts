import { createHash } from 'node:crypto';
import type { Day } from '@recourse/domain/calendar/day';
import type { MassReason } from '@recourse/domain/holds/mass-hold';

type Said = { reason: MassReason; named: readonly string[]; place?: string; until?: Day };

/** The id of a batch of holds: said again on the same day, in whatever order and however often a loan is named, it is the same, and each loan's hold is placed once. */
export const massBatch = (tenant: string, { reason, named, place, until }: Said, today: Day): string => {
  const said = [tenant, today, reason, place ?? null, until ?? null, ...new Set(named.toSorted())];
  return `mass/${createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16)}`;
};
