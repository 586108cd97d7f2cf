import type { LocateSource } from '../contact/locate-sources.js';
import type { Step } from '../strategy/step.js';
import { borrowerUnreachable } from './borrower-unreachable.js';
import { buildAct } from './build-act.js';
import type { Course } from './course.js';

/**
 * The number that alone makes an unreachable borrower reachable again: nobody has dialled it in vain, and without it the proof would still
 * stand. What comes without a source stands in the lender's own records. Undefined too for a number that was called for before.
 */
export const foundNumber = (course: Course, call: Step): { pointId: string; source: LocateSource } | undefined => {
  const { kase, seen } = course;
  const act = buildAct(course, call);
  if (act?.kind !== 'place-call' || kase.located?.includes(act.pointId) || borrowerUnreachable(seen)) return undefined;
  const { personId, pointId } = act;
  const without = seen.people.map((person) =>
    person.personId === personId
      ? { ...person, points: person.points.filter((point) => point.pointId !== pointId) }
      : person,
  );
  if (!borrowerUnreachable({ people: without, rules: seen.rules })) return undefined;
  const point = seen.people
    .find((person) => person.personId === personId)
    ?.points.find((each) => each.pointId === pointId);
  return { pointId, source: point?.foundBy ?? 'own-records' };
};
