import type { Channel } from '../contact/channel.js';
import { holdsOfDebtor } from '../contact/holds-of-debtor.js';
import type { RelatedParty } from '../contact/relation.js';
import type { Hold, HoldReason } from '../holds/hold.js';
import { stopsNow } from '../holds/held-days.js';
import { caseStops } from './adopt-holds.js';
import type { Course } from './course.js';
import type { Errand } from './errand.js';
import { reachRelated } from './reach-related.js';
import type { SeenRelated } from './seen.js';
import { borrowerOf } from './terms.js';

type InPlace = { reason: HoldReason; errand: Errand; roles: readonly [RelatedParty, ...RelatedParty[]] };

/** Strongest first: the dead are not represented. Heirs only where no administrator of the estate is named (民法典 art. 1145, 12 CFR 1006.6(a)(4)). */
const inPlaceOf: readonly InPlace[] = [
  { reason: 'death', errand: 'verify-death', roles: ['estate', 'heir'] },
  { reason: 'incapacity', errand: 'find-guardian', roles: ['guardian'] },
  { reason: 'represented', errand: 'contact-representative', roles: ['attorney'] },
];

/**
 * Who is to be spoken to in the borrower's place: the work that finds them, and those who are named and may be, by us: none while somebody
 * outside has the case. `barred`: nobody may be now, since something holds the case beside the reason itself. `isNamed`: whether one is, reachable or not.
 */
export type WhoSpeaks = { errand: Errand; barred: boolean; isNamed: boolean; named: SeenRelated[] };

/** Asked nothing more: by their own word, or held themselves. */
const isSilent = ({ refused, holds }: SeenRelated, at: Course['at']): boolean =>
  refused || stopsNow(holds, 'contact', at).some(({ scope }) => !('point' in scope));

/** Undefined while the borrower speaks for himself or herself. */
export const whoSpeaks = (course: Course): WhoSpeaks | undefined => {
  const { kase, seen, at } = course;
  if (kase.holds.length === 0) return undefined;
  const borrower = borrowerOf(kase.terms);
  const stops = [...caseStops(course, 'contact'), ...caseStops(course, 'timers')];
  const isBorrowers = ({ scope }: Hold): boolean => 'person' in scope && scope.person === borrower;
  const inPlace = inPlaceOf.find(({ reason }) => stops.some((hold) => hold.reason === reason && isBorrowers(hold)));
  if (!inPlace) return undefined;
  const { errand, roles } = inPlace;
  const related = (seen.related ?? []).filter(({ to }) => to === borrower);
  const role = roles.find((each) => related.some((one) => one.role === each)) ?? roles[0];
  const bars = (hold: Hold): boolean => !isBorrowers(hold) || holdsOfDebtor(role, [hold]).length > 0;
  const barred = stops.some(bars);
  const speakers = related.filter((each) => each.role === role && !isSilent(each, at));
  return { errand, barred, isNamed: speakers.length > 0, named: barred || kase.handedTo ? [] : speakers };
};

/** The next of them to reach, and where: all come in turn. */
export const reachRepresentative = (
  course: Course,
  channel: Channel,
): { personId: string; pointId: string } | undefined => {
  const named = whoSpeaks(course)?.named ?? [];
  const [first] = named;
  if (!first) return undefined;
  return reachRelated({ ...course, seen: { ...course.seen, related: named } }, first.role, channel);
};

/** Whether this person may still be spoken to in the borrower's place. */
export const stillSpeaks = (course: Course, personId: string | undefined): boolean =>
  whoSpeaks(course)?.named.some((each) => each.personId === personId) ?? false;
