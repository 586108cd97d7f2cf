import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The key-encryption key of trials and tests (64 hex digits), made once and readable by its owner alone.
 * Production is given its own by `RECOURSE_KEY`.
 */
export function localKey(localDir: string): string {
  const file = join(localDir, 'key');
  if (!existsSync(file)) {
    mkdirSync(localDir, { recursive: true });
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(mine, file); // of two commands at once, the first key stays
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(mine);
    }
  }
  return readFileSync(file, 'utf8').trim();
}
