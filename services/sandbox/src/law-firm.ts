import type { Course } from './partner.js';

/** The milestones of a suit, as a law firm reports them. */
export const lawFirmCourse: Course = [
  { afterDays: 3, report: 'milestone', reason: 'letter-sent' },
  { afterDays: 14, report: 'milestone', reason: 'filed' },
  { afterDays: 40, report: 'milestone', reason: 'heard' },
  { afterDays: 60, report: 'milestone', reason: 'judgment' },
];
