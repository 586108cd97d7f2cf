import { namesServers } from '@recourse/infra/config/named-servers';
import { stopOnSignal } from '@recourse/infra/local/stop-on-signal';
import { startStack, type RunningStack, type StartStack } from './start-stack.js';

/**
 * Starts a stack and works on it. However that ends, by Ctrl-C, by an error or by a service that cannot be kept running,
 * nothing is left running. After Ctrl-C it never returns: the signal's handler ends the process once all is stopped.
 */
export async function onOwnStack<T>(start: StartStack, work: (stack: RunningStack) => Promise<T>): Promise<T> {
  let stack: RunningStack | undefined;
  let interrupted = false;
  // Whoever leaves in the middle (`| head`) has not seen it succeed.
  process.exitCode = 1;
  const forget = stopOnSignal(async () => {
    interrupted = true;
    start.report(
      stack ? `stopping ${stack.running} (again: at once)` : 'stopping what has been started (again: at once)',
    );
    await stack?.stop();
    const left = start.dataDir ?? (namesServers(start.env) ? stack?.logs : undefined);
    start.report(left === undefined ? 'stopped; what it wrote is removed' : `stopped; what it wrote stays in ${left}`);
  });
  try {
    stack = await startStack(start);
    return await Promise.race([work(stack), stack.failed]);
  } catch (error) {
    if (interrupted) return await new Promise<never>(() => undefined);
    await stack?.stop(true);
    throw error;
  } finally {
    await stack?.stop();
    forget();
  }
}
