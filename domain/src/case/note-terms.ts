import type { ZoneSlice } from '../calendar/zone.js';
import { allocationOf } from '../money/allocation-of.js';
import { amountsOn } from '../money/arrears.js';
import { state, type Course } from './course.js';
import { graceEnd } from './open-case.js';
import { borrowerOf } from './terms.js';

const sameSlice = (a: ZoneSlice, b: ZoneSlice): boolean =>
  a === b ||
  (a.zone === b.zone &&
    a.offsets.length === b.offsets.length &&
    a.offsets.every(([from, minutes], nth) => from === b.offsets[nth]?.[0] && minutes === b.offsets[nth]?.[1]));

/**
 * States the loan's terms and the slice of its zone when they are no longer those the case knows: servicing told new ones, the rules of the
 * zone have changed, or the law was asked of terms known long ago. From then on the case counts days, grace and tolerance by them, and speaks with the debtors they name.
 * What another borrower promised holds nobody any more.
 */
export const noteTerms = (course: Course, cause: string): void => {
  const { kase, seen } = course;
  const { terms, rules, position } = seen;
  // A worker without the rules of the zone keeps to what was recorded.
  const zone = rules.zones[terms.zone] ?? kase.zone;
  // Terms known before anybody asked the law of them (ADR 0035); asked once, its answer stays.
  const onlyLaw = terms.version === kase.terms.version && terms.byLaw !== undefined && kase.terms.byLaw === undefined;
  if (terms.version <= kase.terms.version && !onlyLaw && sameSlice(zone, kase.zone)) return;
  const anchorOn = amountsOn(position, 'now', allocationOf(terms)).oldestUnpaidDueOn ?? kase.anchorOn;
  const another = borrowerOf(terms) !== borrowerOf(kase.terms);
  // What is handed over stays so, and its round with it, until it comes back.
  const climbs = kase.stage !== undefined && kase.stage !== 'monitoring' && !kase.handedTo;
  state(course, cause, {
    type: 'terms-noted',
    terms,
    zone,
    graceEndsAt: graceEnd(anchorOn, terms, zone),
    ...(another && climbs && { round: kase.round + 1 }),
    ...(onlyLaw && { onlyLaw }),
  });
  if (!another) return;
  const promises = new Set(kase.promises.map(({ id }) => id));
  for (const { id, endedAt } of kase.holds)
    if (promises.has(id) && endedAt === undefined) state(course, cause, { type: 'hold-ended', holdId: id });
};
