import type { Loan } from './loan.js';
import type { Course } from './partner.js';

const milestones: Course = [
  { afterDays: 3, report: 'milestone', reason: 'letter-sent' },
  { afterDays: 14, report: 'milestone', reason: 'filed' },
  { afterDays: 40, report: 'milestone', reason: 'heard' },
  { afterDays: 60, report: 'milestone', reason: 'judgment' },
];

/** The milestones of a suit, as a law firm reports them; of some loans it finds nothing to enforce into, and gives them back. */
export const lawFirmCourse = (loan: Loan | undefined): Course => {
  const returnsAfter = loan?.script.lawFirmReturnsAfterDays;
  return returnsAfter === undefined
    ? milestones
    : [...milestones, { afterDays: returnsAfter, report: 'returned', reason: 'nothing-to-enforce' }];
};
