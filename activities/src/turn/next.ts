import type { ActKind } from '@recourse/domain/case/act';
import type { Ending, Stage } from '@recourse/domain/case/stage';

/**
 * What take-turn tells the workflow: nothing but what it needs to wait, act and show.
 * `dueInMs` absent: wait until rung (test clock, or nothing but the doorbell can change this).
 */
export type Next = {
  planId: string;
  act?: ActKind;
  dueInMs?: number;
  stage: Stage | 'intake' | 'closed';
  bucket: string;
  because: string;
  ending?: Ending;
};
