import type { RunningStack } from './start-stack.js';

/** Stays until Ctrl-C (whose handler ends the process) or until a service cannot be kept running. */
export async function untilInterrupted(stack: RunningStack): Promise<never> {
  const alive = setInterval(() => undefined, 60_000);
  try {
    return await stack.failed;
  } finally {
    clearInterval(alive);
  }
}
