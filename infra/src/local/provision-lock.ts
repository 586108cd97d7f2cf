import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import type { Report } from './report.js';

/** Runs `work` while no other process does so for the same directory. The lock of a dead process is taken over. */
export async function withProvisionLock<T>(dir: string, report: Report, work: () => Promise<T>): Promise<T> {
  const lock = join(dir, 'provision.lock');
  const self = identify(process.pid);
  if (!self) throw new Error('this process cannot identify itself');
  let told = false;
  while (!claim(lock, self)) {
    const holder = holderOf(lock);
    if (holder && !isAlive(holder)) discard(lock, holder);
    else if (holder) {
      if (!told) report(`waiting for process ${holder.pid}, which is provisioning the same directory`);
      told = true;
      await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function claim(lock: string, self: ProcessIdentity): boolean {
  const mine = `${lock}.${self.pid}`;
  writeFileSync(mine, JSON.stringify(self));
  try {
    linkSync(mine, lock); // appears with its content, or not at all
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderOf(lock: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as ProcessIdentity;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${lock} is not a lock of ours; remove it`, { cause: error });
  }
}

/** Two waiters may both see the dead holder: whoever moves away a newer lock by mistake puts it back. */
function discard(lock: string, dead: ProcessIdentity): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = holderOf(aside);
  if (moved && (moved.pid !== dead.pid || moved.startedAt !== dead.startedAt)) linkSync(aside, lock);
  rmSync(aside, { force: true });
}
