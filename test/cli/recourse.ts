import { spawn } from 'node:child_process';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { vi } from 'vitest';
import { commandLine } from '../../services/cli/src/command-line.js';
import { complain } from '../../services/cli/src/complain.js';

/** How a command ended, and what it said on each of its two streams. */
export type Said = { code: number; out: string; err: string };

export type Running = {
  /** Resolves with what was said so far once `text` is on standard output. @throws when the command ends before */
  said(text: string): Promise<void>;
  interrupt(): void;
  ended: Promise<Said>;
};

/** Starts `recourse` in a process of its own, as a terminal would. */
export function startRecourse(env: NodeJS.ProcessEnv, ...args: readonly string[]): Running {
  const node = ['--import', 'tsx', '--conditions=source', 'services/cli/src/main.ts', ...args];
  const child = spawn(process.execPath, node, { cwd: repoRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  const waiting: { text: string; told(): void }[] = [];
  child.stdout.on('data', (bytes: Buffer) => {
    said.out += bytes.toString();
    for (const { text, told } of waiting) if (said.out.includes(text)) told();
  });
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  const ended = new Promise<Said>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 128, ...said }));
  });
  return {
    said: (text) =>
      new Promise((resolve, reject) => {
        if (said.out.includes(text)) return resolve();
        waiting.push({ text, told: resolve });
        ended.then(() => reject(new Error(`ended without saying ${text}: ${said.out}${said.err}`)), reject);
      }),
    interrupt: () => void child.kill('SIGINT'),
    ended,
  };
}

/** Runs a command to its end in this process, which has loaded everything already: a tenth of the time. */
export async function recourse(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void (said.out += `${String(line)}\n`));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void (said.err += `${String(line)}\n`));
  const program = commandLine(env);
  for (const command of withSubcommands(program))
    command.exitOverride().configureOutput({ writeErr: (text) => void (said.err += text) });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { code: 0, ...said };
  } catch (thrown) {
    const { exitCode } = thrown as { exitCode?: number }; // commander's own errors have one
    const code = exitCode ?? complain(thrown);
    return { code, ...said };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

type Command = ReturnType<typeof commandLine>;
const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)];
