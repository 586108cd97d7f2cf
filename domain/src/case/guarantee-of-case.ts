import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { localDay, startOfDay } from '../calendar/local-time.js';
import { guaranteeClock } from '../law/guarantee-clock.js';
import { limitationsOf } from '../limitation/limitation-of.js';
import type { Course } from './course.js';
import { limitationHistory } from './limitation-of-case.js';

/** Days before the last day on which somebody is asked to hold the guarantor to it. */
const warnDays = 30;

/**
 * The last day to hold a guarantor to it, where no other term was agreed: so long after the last instalment anybody told of, or after the day all of
 * it fell due; nothing draws it out (民法典 arts. 692-694). Undefined: nobody guarantees the loan, or the place's law has no such period.
 */
export const guaranteeEndsOn = ({ kase, seen, at }: Course): Day | undefined => {
  const { debtors, jurisdiction, product } = kase.terms;
  if (!debtors.some(({ role }) => role === 'guarantor')) return undefined;
  const today = localDay(at, kase.zone);
  const under = { law: seen.rules.law, jurisdiction, product };
  return limitationsOf(limitationHistory(kase, seen, today), under, today, [guaranteeClock])
    .flatMap(({ endsOn }) => endsOn ?? [])
    .toSorted()[0];
};

/** Somebody is asked while there is time; what they have they keep when it is over. */
export const isGuaranteeEnding = (course: Course): boolean => {
  const endsOn = guaranteeEndsOn(course);
  return endsOn !== undefined && addDays(endsOn, -warnDays) <= localDay(course.at, course.kase.zone);
};

export const isGuaranteeOver = (course: Course): boolean => {
  const endsOn = guaranteeEndsOn(course);
  return endsOn !== undefined && endsOn < localDay(course.at, course.kase.zone);
};

/** When the warning is due, unless it was. */
export const guaranteeWake = (course: Course): Instant | undefined => {
  const endsOn = guaranteeEndsOn(course);
  const warnAt = endsOn && startOfDay(addDays(endsOn, -warnDays), course.kase.zone);
  return warnAt !== undefined && warnAt > course.at ? warnAt : undefined;
};
