import { proxyActivities } from '@temporalio/workflow';

const { one, other } = proxyActivities<{ one(): Promise<void>; other(): Promise<void> }>({
  startToCloseTimeout: '30 s',
});

/** What a step costs at least: two activities that do nothing. */
export async function bareSteps(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await one();
    await other();
  }
}
