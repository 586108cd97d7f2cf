import type { Day } from '@recourse/domain/calendar/day';
import type { Instant } from '@recourse/domain/calendar/instant';
import { startOfDay } from '@recourse/domain/calendar/local-time';
import type { ZoneSlice } from '@recourse/domain/calendar/zone';

type Loan = { loanId: string; terms: { zone: string } };

/** Nowhere does a day begin later: a loan of a zone we have no rules of is held until it has begun everywhere. */
const lastToBegin: ZoneSlice = { zone: 'UTC-12', offsets: [[0, -12 * 60]] };

/** When the hold of each loan is over: as that day begins where the loan is. `begun`: the loans where it has begun already. */
export const holdUntil = (
  loans: readonly Loan[],
  until: Day,
  zones: Readonly<Record<string, ZoneSlice>>,
  now: Instant,
): { ends: Map<string, Instant>; begun: string[] } => {
  const ends = new Map(
    loans.map(({ loanId, terms }) => [loanId, startOfDay(until, zones[terms.zone] ?? lastToBegin)] as const),
  );
  return { ends, begun: [...ends].flatMap(([loanId, end]) => (end <= now ? [loanId] : [])) };
};
