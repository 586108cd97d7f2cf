import { chance } from './chance.js';
import type { Loan } from './loan.js';
import type { Course } from './partner.js';

const firstContactDays = 6;
const givesUpShare = 0.3;
const givesUpAfterDays = 30;

const toldLateShare = 0.1;
const lateDays = 4;

/** What an agency does with a placement: tells of its first contact, and gives some back; a tenth of what it tells, it tells late. */
export function agencyCourse(seed: string, loan: Loan | undefined, placement: string): Course {
  const course: Course = [{ afterDays: firstContactDays, report: 'milestone', reason: 'first-contact' }];
  const returnsAfter =
    loan?.script.agencyReturnsAfterDays ??
    (loan?.script.afterwards === 'chance' && chance(seed, placement, 'gives-up') < givesUpShare
      ? givesUpAfterDays
      : undefined);
  if (returnsAfter !== undefined)
    course.push({ afterDays: returnsAfter, report: 'returned', reason: 'not-collectable' });
  return course.map((told, index) =>
    chance(seed, placement, `late/${index}`) < toldLateShare
      ? { ...told, afterDays: told.afterDays + lateDays, late: true as const }
      : told,
  );
}
