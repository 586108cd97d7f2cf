import { mkdirSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDir } from '@recourse/infra/local/local-dir';
import { identify, isAlive, type ProcessIdentity } from '@recourse/infra/local/process-identity';
import { repoRoot } from '@recourse/infra/local/repo-root';

/** How commands find a stack that `up` or `demo --keep` runs. Holds no secret: the key is read from where it is kept. */
export type StackNote = {
  owner: ProcessIdentity;
  /** Variables a command needs: addresses, tenant, sandbox. */
  env: Record<string, string>;
  apiUrl?: string;
  staffUrl?: string;
  temporalUiUrl?: string;
  /** On which clock its sandbox and staff live; absent when it has none. */
  clock?: 'real' | 'test';
  logs: string;
};

const fileIn = (env: NodeJS.ProcessEnv): string => join(localDir(repoRoot, env), 'stack.json');

/** `inFront`: commands find this stack even when another runs; otherwise the other one stays found. */
export function writeStackNote(env: NodeJS.ProcessEnv, note: Omit<StackNote, 'owner'>, inFront: boolean): void {
  if (!inFront && readStackNote(env)) return;
  const owner = identify(process.pid);
  if (!owner) throw new Error('this process cannot identify itself');
  const file = fileIn(env);
  mkdirSync(localDir(repoRoot, env), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ owner, ...note }, null, 2));
  renameSync(`${file}.${process.pid}`, file);
}

/** The stack that runs now; undefined when none does, or when the one that wrote the note is gone. */
export function readStackNote(env: NodeJS.ProcessEnv): StackNote | undefined {
  const file = fileIn(env);
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as StackNote;
  return isAlive(note.owner) ? note : undefined;
}

/** Removes the note, if it is this process's. */
export function removeStackNote(env: NodeJS.ProcessEnv): void {
  if (readStackNote(env)?.owner.pid === process.pid) rmSync(fileIn(env), { force: true });
}
