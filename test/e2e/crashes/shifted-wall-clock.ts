import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@recourse/domain/calendar/instant';

export type ShiftedWallClock = {
  /** For the environment of the services. */
  env: NodeJS.ProcessEnv;
  now(): Instant;
  /** Moves it to an instant, from which it goes on; services follow within a tenth of a second. Timers already set are not moved. */
  jumpTo(instant: Instant): void;
  remove(): void;
};

/** A wall clock of the services of one stack that a test can set, so that what is due at ten in the morning is due now. */
export function shiftedWallClock(): ShiftedWallClock {
  const dir = mkdtempSync(join(tmpdir(), 'wall-clock-'));
  const file = join(dir, 'ahead-ms');
  let aheadMs = 0;
  const set = (ms: number): void => {
    aheadMs = ms;
    writeFileSync(`${file}.new`, String(ms));
    renameSync(`${file}.new`, file);
  };
  set(0);
  const preload = `--import ${new URL('shift-wall-clock.mjs', import.meta.url).href}`;
  return {
    env: { NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} ${preload}`.trim(), RECOURSE_TEST_WALL_CLOCK: file },
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    jumpTo: (instant) => set(Date.parse(instant) - Date.now()),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
