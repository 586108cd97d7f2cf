import { callRepresentative } from './call-representative.js';
import type { Course } from './course.js';
import { withdrawErrands } from './errand.js';
import { isOverdue } from './note-position.js';
import { graceEnd } from './open-case.js';
import { isWithoutPoint, repairContact } from './repair-contact.js';
import { isDemandOwed, isSaleOwed, isWriteOffOwed, seeToTheEnd } from './see-to-the-end.js';
import { whoSpeaks } from './who-speaks.js';

/** Gives somebody the work that no step of the strategy is, and takes back what nobody need do any more. */
export const seeToErrands = (course: Course): void => {
  withdrawErrands(course, (errand, round) => {
    if (round !== course.kase.round || !isOverdue(course)) return false;
    if (errand === 'repair-contact') return isWithoutPoint(course);
    if (errand === 'prove-demand') return isDemandOwed(course);
    if (errand === 'propose-write-off') return isWriteOffOwed(course);
    if (errand === 'offer-for-sale') return isSaleOwed(course);
    return whoSpeaks(course)?.errand === errand;
  });
  const { status, anchorOn, terms, zone } = course.kase;
  if (status !== 'open' || !isOverdue(course) || course.at < graceEnd(anchorOn, terms, zone)) return;
  callRepresentative(course);
  repairContact(course);
  seeToTheEnd(course);
};
