import { openHolds } from '../holds/held-days.js';
import { caseStops } from './adopt-holds.js';
import type { Course } from './course.js';
import { openErrand } from './errand.js';
import { isSearch } from './locate-borrower.js';

/** A borrower whom we know and of whom no number or address is left to use. */
export const isWithoutPoint = ({ kase, seen, at }: Course): boolean => {
  const borrower = seen.people.find(({ role, known }) => role === 'borrower' && known);
  const held = new Set(openHolds(kase.holds, at).flatMap(({ scope }) => ('point' in scope ? [scope.point] : [])));
  return borrower !== undefined && !borrower.points.some(({ valid, pointId }) => valid && !held.has(pointId));
};

/** Every step of such a case lapses, and without this it would wait in silence. Who is unreachable is looked for anyway. */
export const repairContact = (course: Course): void => {
  if (!isWithoutPoint(course) || course.kase.openTasks.some(isSearch)) return;
  if (caseStops(course, 'contact').length === 0) openErrand(course, 'repair-contact');
};
