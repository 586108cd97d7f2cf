import { Worker } from '@temporalio/worker';
import type { BenchStack } from './bench-stack.js';
import type { bareSteps } from './bare-workflow.js';

/** Runs the empty steps with a worker of the same size as ours. @returns seconds */
export async function runBareSteps(stack: BenchStack, cases: number, steps: number): Promise<number> {
  const taskQueue = 'bench-bare';
  const worker = await Worker.create({
    connection: stack.native,
    taskQueue,
    workflowBundle: { codePath: stack.bundles.bare },
    activities: { one: async () => undefined, other: async () => undefined },
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 40,
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    workflowThreadPoolSize: 1,
  });
  const run = (name: string, count: number): Promise<void> =>
    stack.temporal.client.workflow.execute<typeof bareSteps>('bareSteps', {
      workflowId: `bench-bare/${name}`,
      taskQueue,
      args: [count],
    });
  return worker.runUntil(async () => {
    await Promise.all(Array.from({ length: 4 }, (_, nth) => run(`warm-${nth}`, 3)));
    const began = performance.now();
    await Promise.all(Array.from({ length: cases }, (_, nth) => run(String(nth), steps)));
    return (performance.now() - began) / 1_000;
  });
}
