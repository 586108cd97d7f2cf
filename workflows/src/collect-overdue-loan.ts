import { workflowInfo } from '@temporalio/workflow';
import type { Ending } from '@recourse/domain/case/stage';
import { announce } from './announce.js';
import { continueWith } from './continue-with.js';
import { hangDoorbell } from './hang-doorbell.js';
import { perform } from './perform.js';
import { takeTurn } from './take-turn.js';

/** Names the case; all else is in its journal, so any run of it can be reset, terminated, upgraded or lost. */
export type CollectOverdueLoan = { caseId: string };

/**
 * One run per overdue episode: wait for the plan's time or the doorbell, act, let the case take its turn.
 * What to do and when is decided in `domain/`, inside the turn; what an act came to reaches the case through its inbox.
 */
export async function collectOverdueLoan({ caseId }: CollectOverdueLoan): Promise<Ending> {
  const doorbell = hangDoorbell();
  const turn = async (tried?: string) => {
    doorbell.answer(); // the turn reads all that has been rung for until now
    return announce(await takeTurn({ caseId, tried }));
  };

  let next = await turn();
  while (!next.ending) {
    const rang = await doorbell.rangWithin(next.dueInMs, next.because);
    const act = rang ? undefined : next.act;

    if (act) await perform(act, { caseId, planId: next.planId }, next.because);
    next = await turn(act && next.planId);

    if (!next.ending && workflowInfo().continueAsNewSuggested) await continueWith({ caseId });
  }
  return next.ending;
}
