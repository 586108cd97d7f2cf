import { ActivityCancellationType, ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { ActCall, RegisteredActivities } from '@recourse/activities/acts/acts';
import type { ActKind } from '@recourse/domain/case/act';
import { oneLine } from './one-line.js';

// An act that cannot finish in this time is left to the turn, which plans the retry inside legal hours.
const bounds = {
  scheduleToCloseTimeout: '30 s',
  startToCloseTimeout: '15 s',
  // A cancelled act is waited for: it may have sent.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '250 ms', backoffCoefficient: 2, maximumInterval: '5 s' },
} as const;

const acts = proxyActivities<Omit<RegisteredActivities, 'takeTurn'>>(bounds);

/** Carries out one planned act. An act can never fail a case: what became of it the turn learns from the case's inbox. */
export async function perform(act: ActKind, call: ActCall, because: string): Promise<void> {
  const options = { ...bounds, summary: oneLine(because) };
  const args: [ActCall] = [call];
  try {
    switch (act) {
      case 'send-reminder':
        return await acts.sendReminder.executeWithOptions(options, args);
      case 'send-notice':
        return await acts.sendNotice.executeWithOptions(options, args);
      case 'place-call':
        return await acts.placeCall.executeWithOptions(options, args);
      case 'arrange-visit':
        return await acts.arrangeVisit.executeWithOptions(options, args);
      case 'place-with-agency':
        return await acts.placeWithAgency.executeWithOptions(options, args);
      case 'recall-from-agency':
        return await acts.recallFromAgency.executeWithOptions(options, args);
      case 'refer-to-legal':
        return await acts.referToLegal.executeWithOptions(options, args);
      case 'withdraw-from-legal':
        return await acts.withdrawFromLegal.executeWithOptions(options, args);
      case 'verify-loan':
        return await acts.verifyLoan.executeWithOptions(options, args);
      default:
        // A newer turn may name an act this worker does not know: the turn will find that nothing was begun.
        return unknownAct(act);
    }
  } catch (failure) {
    if (!(failure instanceof ActivityFailure)) throw failure;
  }
}

function unknownAct(_act: never): void {}
