import { ConfigError } from '@recourse/infra/config/config-error';
import type { Habits } from './habits.js';

export type StaffSettings = { clock: 'test' | 'real'; port: number; seed: string; habits: Habits; sandboxUrl: string };

/** What the staff needs beside `readConfig`: STAFF_CLOCK, STAFF_SEED, STAFF_HABITS, PORT, RECOURSE_SANDBOX_URL. @throws ConfigError listing every fault */
export function readStaffSettings(env: NodeJS.ProcessEnv): StaffSettings {
  const clock = env['STAFF_CLOCK'] || 'test';
  const habits = env['STAFF_HABITS'] || 'human';
  const port = Number(env['PORT'] || 0);
  const sandboxUrl = env['RECOURSE_SANDBOX_URL'] || undefined;
  const known = clock === 'test' || clock === 'real';
  const areHabits = habits === 'human' || habits === 'punctual';
  const faults = [
    ...(known ? [] : [{ variable: 'STAFF_CLOCK', reason: 'must be test or real' }]),
    ...(areHabits ? [] : [{ variable: 'STAFF_HABITS', reason: 'must be human or punctual' }]),
    ...(Number.isInteger(port) && port >= 0 && port <= 65_535 ? [] : [{ variable: 'PORT', reason: 'must be a port' }]),
    ...(sandboxUrl ? [] : [{ variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set' }]),
  ];
  if (!known || !areHabits || !sandboxUrl || faults.length > 0) throw new ConfigError(faults);
  return { clock, port, seed: env['STAFF_SEED'] || 'staff', habits, sandboxUrl };
}
