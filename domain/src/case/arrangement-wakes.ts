import type { Instant } from '../calendar/instant.js';
import { standingIn } from './arrangements-of-case.js';
import type { Course } from './course.js';

/** When time alone changes what becomes of an arrangement, earliest first, and why: an offer lapses, or what was due may have been missed. All are ahead. */
export const arrangementWakes = (course: Course): { because: string; when: Instant }[] =>
  (course.kase.arrangements ?? [])
    .flatMap((arrangement) => {
      const { state, offerUntil } = arrangement;
      if (state === 'proposed' || state === 'offered') return [{ because: 'an offer lapses', when: offerUntil }];
      const next = state === 'active' ? standingIn(course, arrangement).next : undefined;
      return next === undefined ? [] : [{ because: 'an arrangement is judged', when: next }];
    })
    .filter(({ when }) => when > course.at)
    .toSorted((a, b) => (a.when < b.when ? -1 : 1));
