import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type { RegisteredActivities } from '@recourse/activities/acts/acts';

/** Retried for ever, since a case without its turn would stand still; at least every 10 s, so that it goes on soon after trouble. */
export const { takeTurn } = proxyActivities<Pick<RegisteredActivities, 'takeTurn'>>({
  startToCloseTimeout: '30 s',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '250 ms', backoffCoefficient: 2, maximumInterval: '10 s' },
  summary: 'The case takes its turn',
});
