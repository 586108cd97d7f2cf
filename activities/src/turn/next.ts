import type { Instant } from '@recourse/domain/calendar/instant';
import type { ActKind } from '@recourse/domain/case/act';
import type { Ending, Stage } from '@recourse/domain/case/stage';

/** What take-turn tells the workflow: nothing but what it needs to wait, act and show. No personal data. */
export type Next = {
  planId: string;
  /** Absent: a review, the case only takes its turn. */
  act?: ActKind;
  /** Absent: wait until rung (test clock, or nothing but the doorbell can change this). */
  dueInMs?: number;
  /** For people who look; the tenant's clock. */
  dueAt?: Instant;
  stage: Stage | 'intake' | 'closed';
  bucket: string;
  because: string;
  ending?: Ending;
};
