import { spawn, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/**
 * The shell forks a guard and then becomes the program, so the child's pid is the program's own.
 * The guard reads a pipe that only our process holds open: when we are gone, however we went (`kill -9` included),
 * it ends the whole process group, politely for 5 s and then by force.
 */
const guardThenExec = `
( trap '' TERM INT HUP
  while read -r _ <&3; do :; done
  kill -TERM -$$ 2>/dev/null
  n=0
  while kill -0 $$ 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
  kill -KILL -$$ 2>/dev/null
) </dev/null >/dev/null 2>&1 &
exec "$@" 3<&-`;

export type GuardedProcess = {
  pid: number;
  stdout: Readable | null;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  running(): boolean;
  /** Sends the signal to the program alone. */
  kill(signal: NodeJS.Signals): void;
  /** SIGTERM, and SIGKILL for the whole group when it is still there after the deadline. */
  stop(deadlineMs: number): Promise<void>;
};

export type Command = { file: string; args: readonly string[]; cwd: string; env: NodeJS.ProcessEnv };

const alive = new Set<GuardedProcess>();
process.on('exit', () => {
  for (const child of alive) endGroup(child.pid);
});

/**
 * Starts a program that cannot outlive this process. It has a process group of its own, so Ctrl-C reaches only us.
 * @param log file descriptor for stderr, and for stdout unless that is 'pipe'
 */
export function startGuarded(command: Command, log: number, stdout: 'log' | 'pipe' = 'log'): GuardedProcess {
  const child: ChildProcess = spawn('/bin/sh', ['-c', guardThenExec, 'guard', command.file, ...command.args], {
    cwd: command.cwd,
    env: command.env,
    detached: true,
    stdio: ['ignore', stdout === 'pipe' ? 'pipe' : log, log, 'pipe'],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`could not start ${command.file}`);
  const lifeline = child.stdio[3] as Socket;
  lifeline.on('error', () => undefined); // the guard may be killed with its group before we let go
  let running = true;
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => {
      running = false;
      alive.delete(guarded);
      lifeline.destroy();
      resolve({ code, signal });
    });
  });
  const guarded: GuardedProcess = {
    pid,
    stdout: child.stdout,
    exited,
    running: () => running,
    kill: (signal) => void child.kill(signal),
    async stop(deadlineMs) {
      if (!running) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => endGroup(pid), deadlineMs);
      await exited;
      clearTimeout(force);
    },
  };
  alive.add(guarded);
  return guarded;
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
