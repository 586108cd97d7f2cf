import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { startGuarded, type GuardedProcess } from './guarded-process.js';
import { repoRoot } from './repo-root.js';

export type RunningService = {
  name: string;
  pid: number;
  /** What the service announced after `READY` (undefined when nothing); rejects with ServiceEnded when it ends before. */
  ready: Promise<unknown>;
  exited: Promise<number>;
  /** SIGTERM, and SIGKILL after the deadline. */
  stop(deadlineMs: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
};

export type ServiceOptions = {
  /** Stdout and stderr are appended here. */
  logFile: string;
  args?: readonly string[];
};

/**
 * Starts a service from its entry file as a child that cannot outlive this process.
 * It is ready when it prints the line `READY`, which may go on with JSON.
 * @param entryFile relative to the repository; TypeScript runs unbuilt
 * @param env the whole environment of the child
 */
export function startService(
  name: string,
  entryFile: string,
  env: NodeJS.ProcessEnv,
  { logFile, args = [] }: ServiceOptions,
): RunningService {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const loader = entryFile.endsWith('.ts') ? ['--import', 'tsx', '--conditions=source'] : [];
  const child = startGuarded(
    { file: process.execPath, args: [...loader, entryFile, ...args], cwd: repoRoot, env },
    log,
    'pipe',
  );
  const ready = announcement(name, child, log, logFile);
  ready.catch(() => undefined); // who never awaits it learns of the end by `exited`
  return {
    name,
    pid: child.pid,
    ready,
    exited: child.exited.then(({ code, signal }) => code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    stop: (deadlineMs) => child.stop(deadlineMs),
    kill: (signal) => child.kill(signal),
  };
}

/** The message names the log. */
export class ServiceEnded extends Error {
  override name = 'ServiceEnded';
}

function announcement(name: string, child: GuardedProcess, log: number, logFile: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('the service was started without a pipe');
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      writeSync(log, `${line}\n`);
      if (line === 'READY') resolve(undefined);
      else if (line.startsWith('READY ')) resolve(parsed(line.slice('READY '.length)));
    });
    lines.once('close', () => {
      closeSync(log);
      void child.exited.then(({ code, signal }) => {
        reject(new ServiceEnded(`${name} ended with ${signal ?? code} before it was ready (log: ${logFile})`));
      });
    });
  });
}

const parsed = async (json: string): Promise<unknown> => JSON.parse(json);
