import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { startGuarded, type GuardedProcess } from './guarded-process.js';
import { portAt, type ServerName, type ServerRecipe } from './server-recipe.js';

const startDeadlineMs = 60_000;
const stopDeadlineMs = 10_000;

export type SupervisedServer = {
  name: ServerName;
  ports: readonly number[];
  pid(): number;
  /** Resolves when the process that runs now has ended, with its code or signal. */
  ended(): Promise<number | string>;
  stop(): Promise<void>;
  /** `kill -9`; the server stays down until `restart`. */
  kill(): Promise<void>;
  /** On the same ports and data. */
  restart(): Promise<void>;
};

/**
 * Starts one server and waits until it answers. A port lost to another process between choice and bind is chosen again, 3 attempts.
 * @param onStarted called with each new pid, before the server answers
 */
export async function superviseServer(
  recipe: ServerRecipe,
  dataDir: string,
  onStarted: (pid: number) => void,
): Promise<SupervisedServer> {
  const dir = join(dataDir, recipe.name);
  mkdirSync(dir, { recursive: true });
  const log = join(dataDir, `${recipe.name}.log`);

  const start = async (ports: readonly number[]): Promise<GuardedProcess> => {
    const out = openSync(log, 'a');
    const command = await recipe.command(dir, ports);
    const child = startGuarded({ ...command, cwd: dir }, out);
    closeSync(out);
    onStarted(child.pid);
    try {
      await untilItAnswers(recipe, ports, child);
    } catch (error) {
      await child.stop(stopDeadlineMs);
      throw new ServerDidNotStart(
        `${recipe.name} did not start: ${(error as Error).message}\n${lastLines(log)}\n(whole log: ${log})`,
      );
    }
    return child;
  };

  let ports: readonly number[] = [];
  let child: GuardedProcess | undefined;
  for (let attempt = 1; child === undefined; attempt += 1) {
    ports = await Promise.all(Array.from({ length: recipe.ports }, freePort));
    try {
      child = await start(ports);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
  let current = child;
  return {
    name: recipe.name,
    ports,
    pid: () => current.pid,
    ended: () => current.exited.then(({ code, signal }) => signal ?? code ?? 'no code'),
    stop: () => current.stop(stopDeadlineMs),
    async kill() {
      current.kill('SIGKILL');
      await current.exited;
    },
    async restart() {
      await current.stop(stopDeadlineMs);
      current = await start(ports);
    },
  };
}

/** The message ends with the last lines of the server's log. */
export class ServerDidNotStart extends Error {
  override name = 'ServerDidNotStart';
}

async function untilItAnswers(recipe: ServerRecipe, ports: readonly number[], child: GuardedProcess): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    if (!child.running()) throw new Error('it ended while starting');
    try {
      await listens(portAt(ports, 0)); // clients back off for a second after a refused connection
      await recipe.ask(ports);
      if (child.running()) return; // otherwise someone else answered on a port we lost
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error(`no answer in ${startDeadlineMs / 1000} s: ${(error as Error).message}`, { cause: error });
      await sleep(50);
    }
  }
}

function listens(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}
