import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@recourse/domain/calendar/instant';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

export type ServerAddresses = {
  temporalAddress: string;
  temporalUiUrl?: string;
  kafkaBrokers: string;
  mongoUri: string;
};

/** Written into a data directory while its servers run, for who would start on it too, and for who cleans up after a crash. */
export type RunState = {
  owner: ProcessIdentity;
  /** Since when the owner holds the directory. */
  since: Instant;
  keep: boolean;
  servers: ProcessIdentity[];
};

const fileIn = (dataDir: string) => join(dataDir, 'run.json');

export function writeRunState(dataDir: string, state: RunState): void {
  mkdirSync(dataDir, { recursive: true });
  const next = `${fileIn(dataDir)}.next`;
  writeFileSync(next, JSON.stringify(state, null, 2));
  renameSync(next, fileIn(dataDir));
}

export function readRunState(dataDir: string): RunState | undefined {
  if (!existsSync(fileIn(dataDir))) return undefined;
  return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as RunState;
}

export function forgetRunState(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** @throws DataDirInUse when another run that is alive holds the directory */
export function refuseHeld(dataDir: string): void {
  const state = readRunState(dataDir);
  if (state && isAlive(state.owner)) throw new DataDirInUse(dataDir, state);
}

/**
 * Stops what a crashed run left behind. A pid is only signalled when it is still the same process.
 * @throws DataDirInUse when the run that owns the directory is alive
 */
export async function endCrashedRun(dataDir: string): Promise<void> {
  refuseHeld(dataDir);
  const state = readRunState(dataDir);
  if (!state) return;
  const left = state.servers.filter(isAlive);
  for (const server of left) process.kill(server.pid, 'SIGTERM');
  for (let waited = 0; waited < 5000 && left.some(isAlive); waited += 50) await sleep(50);
  for (const server of left.filter(isAlive)) process.kill(server.pid, 'SIGKILL');
  forgetRunState(dataDir);
}

/** The message says who holds the directory, since when, and what to do. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse';
  constructor(dataDir: string, { owner: { pid }, since }: Pick<RunState, 'owner' | 'since'>) {
    super(
      `already running: process ${pid} holds ${dataDir} since ${since}. Commands speak to it as it is; to start anew, stop it first (Ctrl-C there, or kill ${pid})`,
    );
  }
}

/** Ends every crashed run below `runs` and removes its data, unless it was to be kept. */
export async function clearCrashedRuns(runs: string): Promise<void> {
  if (!existsSync(runs)) return;
  for (const name of readdirSync(runs)) {
    const dataDir = join(runs, name);
    const state = readRunState(dataDir);
    if (state ? isAlive(state.owner) : isYoung(dataDir)) continue;
    await endCrashedRun(dataDir);
    if (!state?.keep) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Another run may have made its directory and not yet written its state. */
function isYoung(dataDir: string): boolean {
  return Date.now() - statSync(dataDir).mtimeMs < 60_000;
}

export function ownerIsThisProcess(): ProcessIdentity {
  const self = identify(process.pid);
  if (!self) throw new Error('this process cannot identify itself');
  return self;
}
