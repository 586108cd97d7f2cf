import type { ActOutcome } from '@recourse/domain/case/act-outcome';

/** One item for one performance of a plan: repeated by a retried activity it is the same, for a later performance of the plan a new one. */
export const withheldItemId = ({
  withheld,
  dueAt,
  readPosition,
}: {
  withheld: ActOutcome;
  dueAt: string;
  readPosition: number;
}): string => `withheld/${withheld.planId}/${dueAt}/${readPosition}/${withheld.result}`;
