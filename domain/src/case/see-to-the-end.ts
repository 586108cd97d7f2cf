import { localDay } from '../calendar/local-time.js';
import type { Course } from './course.js';
import { openErrand } from './errand.js';
import { isGuaranteeEnding, isGuaranteeOver } from './guarantee-of-case.js';
import { isEndingSoon, isYoung, limitationOfCase } from './limitation-of-case.js';

/** The limitation is about to end, and a demand that is proved, or a suit, lets it begin anew (民法典 art. 195). */
export const isDemandOwed = (course: Course): boolean => {
  if (isYoung(course)) return false;
  const { kase, seen, at } = course;
  const today = localDay(at, kase.zone);
  const limitation = limitationOfCase(kase, seen, today);
  return limitation !== undefined && isEndingSoon(limitation, today);
};

/** The strategy would have it written off, and nobody has proposed it yet. */
export const isWriteOffOwed = ({ kase }: Course): boolean =>
  kase.ladderEnded?.becomes === 'write-off' && kase.writeOff === undefined;

export const isSaleOwed = ({ kase }: Course): boolean => kase.ladderEnded?.becomes === 'sell';

/** Work that the end of a claim, or of the ladder, leaves for somebody. */
export const seeToTheEnd = (course: Course): void => {
  if (isDemandOwed(course)) openErrand(course, 'prove-demand');
  if (isGuaranteeEnding(course) && !isGuaranteeOver(course)) openErrand(course, 'claim-guarantee');
  if (isWriteOffOwed(course)) openErrand(course, 'propose-write-off');
  if (isSaleOwed(course)) openErrand(course, 'offer-for-sale');
};
