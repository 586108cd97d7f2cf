import type { Course } from './course.js';
import { openErrand } from './errand.js';
import { borrowerGone } from './must-come-back.js';

/** A claim is filed with whoever administers the estate, whatever of it is overdue: all falls due (企业破产法 arts. 46, 48). */
export const isClaimOwed = (course: Course): boolean => borrowerGone(course, ['insolvency']) !== undefined;

/** A law firm has it: what it began in court nobody else knows how to leave. */
const isSuitStopped = (course: Course): boolean =>
  course.kase.handedTo?.kind === 'law-firm' && borrowerGone(course, ['death', 'insolvency']) !== undefined;

/** Done in an earlier round it is not asked for again: the claim stands filed. */
const isFiled = ({ kase }: Course): boolean =>
  Object.entries(kase.steps).some(([key, { state }]) => state === 'done' && key.endsWith('/file-claim'));

/** Work that the borrower's death or insolvency leaves for somebody beside finding who speaks for them. */
export const seeToTheGone = (course: Course): void => {
  if (course.kase.holds.length === 0) return;
  if (isClaimOwed(course) && !isFiled(course)) openErrand(course, 'file-claim');
  if (isSuitStopped(course)) openErrand(course, 'decide-suit');
};
