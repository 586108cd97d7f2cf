import { ConfigError } from '@recourse/infra/config/config-error';

export type StaffSettings = { clock: 'test' | 'real'; port: number; seed: string };

/** What only the staff is told: STAFF_CLOCK, STAFF_SEED, PORT. @throws ConfigError */
export function readStaffSettings(env: NodeJS.ProcessEnv): StaffSettings {
  const clock = env['STAFF_CLOCK'] || 'test';
  const port = Number(env['PORT'] || 0);
  if (clock !== 'test' && clock !== 'real')
    throw new ConfigError([{ variable: 'STAFF_CLOCK', reason: 'must be test or real' }]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError([{ variable: 'PORT', reason: 'must be a port' }]);
  return { clock, port, seed: env['STAFF_SEED'] || 'staff' };
}
