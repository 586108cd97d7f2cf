import type { Day } from '../calendar/day.js';
import { localDay } from '../calendar/local-time.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn, bucketOf, dpdOn } from '../money/arrears.js';
import { state, type Course } from './course.js';
import { heldLoan } from './held-loan.js';
import { lateOfCase } from './late-of-case.js';

/** The version that was noted, under the terms it was noted by, in the same bucket: it comes to what it came to, and is not reckoned again. */
const isNoted = ({ kase: { noted, anchorOn }, seen, facts }: Course, today: Day): boolean =>
  noted.positionVersion === seen.position.version &&
  noted.oldestUnpaidDueOn === anchorOn &&
  noted.bucket === bucketOf(dpdOn(anchorOn, today)) &&
  !facts.some(({ type }) => type === 'terms-noted');

/** States what the case reads of the position, when it has changed: what a decision used can then be seen in the journal. */
export const notePosition = (course: Course, cause: string): void => {
  const { kase, seen, at } = course;
  const today = localDay(at, kase.zone);
  if (isNoted(course, today)) return;
  const { arrears, oldestUnpaidDueOn, byInstalment } = amountsOn(seen.position, 'now', allocationOf(seen.terms));
  const anchorOn = oldestUnpaidDueOn ?? kase.anchorOn;
  const dpd = dpdOn(oldestUnpaidDueOn, today);
  const bucket = bucketOf(dpd);
  const { noted } = kase;
  if (noted.positionVersion === seen.position.version && noted.bucket === bucket && kase.anchorOn === anchorOn) return;
  const late = lateOfCase(kase, heldLoan(seen), today);
  state(course, cause, {
    type: 'position-noted',
    positionVersion: seen.position.version,
    arrears,
    currency: seen.position.currency,
    dpd,
    bucket,
    anchorOn,
    unpaidInstalments: byInstalment.map(({ number }) => number),
    ...(oldestUnpaidDueOn && { oldestUnpaidDueOn }),
    ...(late && { late }),
  });
};

/** Overdue in the contract's sense: more than its tolerance. */
export const isOverdue = ({ kase }: Course): boolean => kase.noted.arrears > kase.terms.tolerance;
