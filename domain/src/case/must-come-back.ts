import type { Hold } from '../holds/hold.js';
import { caseStops } from './adopt-holds.js';
import type { Course } from './course.js';
import { borrowerOf } from './terms.js';

/** Of the borrower, told or said; the other debtors of a loan may go on owing it. */
export const borrowerGone = (course: Course, reasons: readonly ('death' | 'insolvency')[]): Hold | undefined => {
  const borrower = borrowerOf(course.kase.terms);
  return caseStops(course, 'contact').find(
    ({ reason, scope }) =>
      reasons.some((each) => each === reason) && (!('person' in scope) || scope.person === borrower),
  );
};

/**
 * Why a partner may keep the loan no longer: its borrower has died or is insolvent, or is said to be (requirements A5, H15). From a law firm
 * too: a suit against them rests (民事诉讼法 art. 153, 企业破产法 arts. 19, 20; 11 USC 362(a)(1)), and only a proof of claim is left to do.
 */
export const mustComeBack = (course: Course): Hold['reason'] | undefined =>
  course.kase.handedTo && borrowerGone(course, ['death', 'insolvency'])?.reason;
