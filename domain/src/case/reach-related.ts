import { pointKindOf } from '../contact/purpose-scope.js';
import type { Channel } from '../contact/channel.js';
import { openHolds } from '../holds/held-days.js';
import type { Course } from './course.js';
import type { SeenRelated } from './seen.js';
import { borrowerOf } from './terms.js';

/** Who may be asked next in that role about the borrower: nobody who refused, the one asked least so far, so that all come in turn. */
export const reachRelated = (
  { kase, seen, at }: Course,
  role: SeenRelated['role'],
  channel: Channel,
): { personId: string; pointId: string } | undefined => {
  const borrower = borrowerOf(kase.terms);
  const asked = seen.people.map(({ personId }) => personId);
  const found = (seen.related ?? [])
    .filter((each) => each.role === role && each.to === borrower && !each.refused && !asked.includes(each.personId))
    .flatMap(({ personId, contacts, points, holds }) => {
      const held = new Set(openHolds(holds, at).flatMap(({ scope }) => ('point' in scope ? [scope.point] : [])));
      const [point] = points
        .filter(({ kind, valid, pointId }) => kind === pointKindOf(channel) && valid && !held.has(pointId))
        .map(({ pointId }) => pointId)
        .toSorted();
      return point === undefined ? [] : [{ personId, contacts, pointId: point }];
    })
    .toSorted((a, b) => a.contacts - b.contacts || (a.personId < b.personId ? -1 : 1));
  return found[0] && { personId: found[0].personId, pointId: found[0].pointId };
};
