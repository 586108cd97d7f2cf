import { setTimeout as sleep } from 'node:timers/promises';
import type { Report } from '@recourse/infra/local/report';
import type { LocalServers } from '@recourse/infra/local/start-servers';
import { Mistake } from '../words/mistake.js';
import { restartAllowance } from './restart-allowance.js';

const names = ['temporal', 'kafka', 'mongo'] as const;

export type KeptServers = {
  /** Rejects when a server cannot be kept running. */
  failed: Promise<never>;
  /** Resolves when no server is being started again; services started before that would only end once more. */
  whole(): Promise<unknown>;
  /** From now on servers end because they are stopped. Resolves when none is being started any more. */
  letGo(): Promise<unknown>;
};

/** Starts a local server that ends by itself again, on its data and ports, as often as a service; whoever speaks to it connects again. */
export function keepServersRunning(
  servers: Pick<LocalServers, 'ended' | 'restart' | 'dataDir'>,
  report: Report,
  pause: (ms: number) => Promise<unknown> = sleep,
): KeptServers {
  let stopping = false;
  const starting = new Map<string, Promise<void>>();
  const keep = async (name: (typeof names)[number]): Promise<never> => {
    const allowance = restartAllowance();
    for (;;) {
      const startedAt = performance.now();
      const how = await servers.ended(name);
      if (stopping) return new Promise<never>(() => undefined);
      const answer = allowance.ended(performance.now() - startedAt);
      if ('givenUpAfter' in answer)
        throw new Mistake(
          `the local server ${name} ended ${answer.givenUpAfter} times in a row, the last time with ${how} (log: ${servers.dataDir}/${name}.log)`,
        );
      report(`the local server ${name} ended with ${how} and is started again on the same data and ports`);
      const start = pause(answer.startAfterMs).then(() => (stopping ? undefined : servers.restart(name)));
      starting.set(name, start);
      await start;
      starting.delete(name);
      if (stopping) return new Promise<never>(() => undefined);
      report(`the local server ${name} answers again`);
    }
  };
  const failed = Promise.race(names.map(keep));
  failed.catch(() => undefined); // who does not look at it sees the consequences elsewhere
  const whole = () => Promise.allSettled(starting.values());
  const letGo = () => {
    stopping = true;
    return whole();
  };
  return { failed, whole, letGo };
}
