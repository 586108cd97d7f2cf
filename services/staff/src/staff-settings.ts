import { ConfigError } from '@recourse/infra/config/config-error';

export type StaffSettings = { clock: 'test' | 'real'; port: number; seed: string; sandboxUrl: string };

/** What the staff needs beside `readConfig`: STAFF_CLOCK, STAFF_SEED, PORT, RECOURSE_SANDBOX_URL. @throws ConfigError listing every fault */
export function readStaffSettings(env: NodeJS.ProcessEnv): StaffSettings {
  const clock = env['STAFF_CLOCK'] || 'test';
  const port = Number(env['PORT'] || 0);
  const sandboxUrl = env['RECOURSE_SANDBOX_URL'] || undefined;
  const known = clock === 'test' || clock === 'real';
  const faults = [
    ...(known ? [] : [{ variable: 'STAFF_CLOCK', reason: 'must be test or real' }]),
    ...(Number.isInteger(port) && port >= 0 && port <= 65_535 ? [] : [{ variable: 'PORT', reason: 'must be a port' }]),
    ...(sandboxUrl ? [] : [{ variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set' }]),
  ];
  if (!known || !sandboxUrl || faults.length > 0) throw new ConfigError(faults);
  return { clock, port, seed: env['STAFF_SEED'] || 'staff', sandboxUrl };
}
