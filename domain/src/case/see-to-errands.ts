import { callRepresentative } from './call-representative.js';
import type { Course } from './course.js';
import { withdrawErrands } from './errand.js';
import { isGuaranteeEnding } from './guarantee-of-case.js';
import { isOverdue } from './note-position.js';
import { graceEnd } from './open-case.js';
import { isWithoutPoint, repairContact } from './repair-contact.js';
import { isClaimOwed, seeToTheGone } from './see-to-the-gone.js';
import { isDemandOwed, isSaleOwed, isWriteOffOwed, seeToTheEnd } from './see-to-the-end.js';
import { isAssessmentOwed, seeToVulnerable } from './see-to-vulnerable.js';
import { whoSpeaks } from './who-speaks.js';

/** Gives somebody the work that no step of the strategy is, and takes back what nobody need do any more. */
export const seeToErrands = (course: Course): void => {
  withdrawErrands(course, (errand, round) => {
    if (errand === 'file-claim') return isClaimOwed(course);
    if (round !== course.kase.round || !isOverdue(course)) return false;
    if (errand === 'assess-vulnerability') return isAssessmentOwed(course);
    if (errand === 'repair-contact') return isWithoutPoint(course);
    if (errand === 'prove-demand') return isDemandOwed(course);
    if (errand === 'claim-guarantee') return isGuaranteeEnding(course);
    if (errand === 'propose-write-off') return isWriteOffOwed(course);
    if (errand === 'offer-for-sale') return isSaleOwed(course);
    // Withdrawn from the firm already, and perhaps for a death that was none: the court still waits for an answer.
    if (errand === 'decide-suit') return true;
    return whoSpeaks(course)?.errand === errand;
  });
  const { status, anchorOn, terms, zone } = course.kase;
  if (status === 'closed') return;
  seeToTheGone(course);
  if (!isOverdue(course) || course.at < graceEnd(anchorOn, terms, zone)) return;
  // Held since before grace ended a case stays at intake: who speaks for its borrower is found all the same.
  callRepresentative(course);
  seeToVulnerable(course);
  if (status !== 'open') return;
  repairContact(course);
  seeToTheEnd(course);
};
