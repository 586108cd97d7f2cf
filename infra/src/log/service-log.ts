import pino, { type Logger } from 'pino';
import type { Config } from '../config/read-config.js';

export type ServiceLog = Logger;

/** The log of one service, JSON lines on standard error: standard output is for what it announces. Never personal data. */
export function serviceLog(service: string, level: Config['logLevel']): ServiceLog {
  return pino(
    { name: service, level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: () => ({ service }) },
    pino.destination({ dest: 2, sync: true }),
  );
}
