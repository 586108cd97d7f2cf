import type { Day } from './local-time.js';
import type { Person } from './person.js';

/** What the directory shows of a person: each point with its day and whether it was verified on it. `since`: the day of those that were not. */
export function personAnswer({ personId, zone, language, points }: Person, since: Day) {
  const dated = points.map(({ pointId, kind, value, source, verifiedOn }) => ({
    pointId,
    kind,
    value,
    source,
    date: verifiedOn ?? since,
    verified: verifiedOn !== undefined,
  }));
  return { personId, ...(zone !== undefined && { zone }), language, points: dated };
}
