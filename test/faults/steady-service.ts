import { setTimeout as sleep } from 'node:timers/promises';
import { startService, type RunningService } from '@recourse/infra/local/run-service';

const restartAfterMs = 100;

export type SteadyService = {
  /** What it announced when it first started. */
  announced: Promise<unknown>;
  /** How often it was started again. */
  restarts(): number;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
};

/** Runs a service and starts it again whenever it ends, however often: unlike a supervisor, faults are what it is here for. */
export function steadyService(
  name: string,
  env: NodeJS.ProcessEnv,
  options: { logFile: string; args?: readonly string[] },
): SteadyService {
  const start = (): RunningService => startService(name, `services/${name}/src/main.ts`, env, options);
  let current = start();
  let restarts = 0;
  let stopping = false;
  const { ready } = current;
  void (async () => {
    for (;;) {
      await current.exited;
      if (stopping) return;
      await sleep(restartAfterMs);
      if (stopping) return;
      restarts += 1;
      current = start();
    }
  })();
  return {
    announced: ready,
    restarts: () => restarts,
    signal: (signal) => current.kill(signal),
    async stop() {
      stopping = true;
      await current.stop(5_000);
    },
  };
}
