import type { Instant } from '../calendar/instant.js';
import type { CaseFact } from './case-facts.js';
import type { CollectionCase } from './collection-case.js';
import { evolve } from './evolve.js';
import type { Seen } from './seen.js';

type Stated = CaseFact extends infer F ? (F extends CaseFact ? Omit<F, 'v' | 'at' | 'cause'> : never) : never;

/** One turn as it comes about: the facts stated so far and the case they leave. */
export type Course = { kase: CollectionCase; readonly facts: CaseFact[]; readonly seen: Seen; readonly at: Instant };

/** States a fact: it joins the course, and the case is what it makes of it. */
export const state = (course: Course, cause: string, stated: Stated): void => {
  const fact = { v: 1, at: course.at, cause, ...stated } as CaseFact;
  course.facts.push(fact);
  course.kase = evolve(course.kase, fact);
};

/** The cause of what happens because time has come. */
export const clock = 'clock';
