import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '@recourse/infra/local/report';
import {
  ServiceEnded,
  startService,
  type RunningService,
  type ServiceOptions,
} from '@recourse/infra/local/run-service';
import { restartAllowance } from './restart-allowance.js';

const stopWithinMs = 10_000;

export type SupervisedService = {
  name: string;
  /** What it announced with `READY` when it first started; rejects with ServiceEnded when it ended before that. */
  announced: Promise<unknown>;
  /** Rejects when the service cannot be kept running. */
  failed: Promise<never>;
  /** `kill -9`; it is started again like after any crash. */
  kill(): void;
  /** How often it was started again. */
  restarts(): number;
  stop(): Promise<void>;
};

/** Starts a service and, once it has been ready, starts it again when it ends by itself, as production supervisors do: `mayStart` resolves when what it needs is there. */
export function superviseService(
  name: string,
  env: NodeJS.ProcessEnv,
  options: ServiceOptions,
  report: Report,
  mayStart: () => Promise<unknown> = async () => undefined,
): SupervisedService {
  const start = (): RunningService => startService(name, `services/${name}/src/main.ts`, env, options);
  let current = start();
  let restarts = 0;
  let stopping = false;
  const announced = current.ready;
  const failed = new Promise<never>((_, reject) => {
    const watch = async (): Promise<void> => {
      await announced;
      const allowance = restartAllowance();
      for (;;) {
        const startedAt = performance.now();
        const code = await current.exited;
        if (stopping) return;
        const answer = allowance.ended(performance.now() - startedAt);
        if ('givenUpAfter' in answer)
          throw new ServiceEnded(
            `${name} ended ${answer.givenUpAfter} times in a row, the last time with ${code} (log: ${options.logFile})`,
          );
        report(`${name} ended with ${code} and is started again`);
        await sleep(answer.startAfterMs);
        await mayStart();
        if (stopping) return;
        restarts += 1;
        current = start();
      }
    };
    watch().catch(reject);
  });
  failed.catch(() => undefined); // who does not look at it sees the consequences elsewhere
  const stop = async (): Promise<void> => {
    stopping = true;
    await current.stop(stopWithinMs);
  };
  return { name, announced, failed, kill: () => current.kill('SIGKILL'), restarts: () => restarts, stop };
}
