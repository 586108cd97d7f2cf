import type { Day } from './local-time.js';
import type { Person } from './person.js';

/** What the directory shows of a person: each point with its day and whether it was verified on it. `since`: the day of those that were not. */
export function personAnswer({ points, isAlso: _ours, ...person }: Person, since: Day) {
  const dated = points.map(({ verifiedOn, ...point }) => ({
    ...point,
    date: verifiedOn ?? since,
    verified: verifiedOn !== undefined,
  }));
  return { ...person, points: dated };
}
