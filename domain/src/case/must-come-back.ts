import type { HoldReason } from '../holds/hold.js';
import { caseStops } from './adopt-holds.js';
import type { Course } from './course.js';
import { borrowerOf } from './terms.js';

const reasons: readonly HoldReason[] = ['death', 'insolvency'];

/** Why an agency may keep the loan no longer: its borrower has died or is insolvent, or is said to be (requirements A5). What a law firm has, a person decides. */
export const mustComeBack = (course: Course): HoldReason | undefined => {
  const { handedTo, terms } = course.kase;
  if (handedTo?.kind !== 'agency') return undefined;
  const borrower = borrowerOf(terms);
  return caseStops(course, 'contact').find(
    ({ reason, scope }) => reasons.includes(reason) && (!('person' in scope) || scope.person === borrower),
  )?.reason;
};
