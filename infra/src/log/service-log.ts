import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/read-config.js';

export type ServiceLog = Logger;

/** The log of one service, JSON lines on standard error: standard output is for what it announces. Never personal data. */
export function serviceLog(service: string, level: Config['logLevel'], to = standardError()): ServiceLog {
  return pino(
    {
      name: service,
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Temporal's worker tells of errors under `error`, which would be written as {}.
      serializers: { err: pino.stdSerializers.err, error: pino.stdSerializers.err },
      mixin: () => ({ service }),
    },
    to,
  );
}

const standardError = (): DestinationStream => pino.destination({ dest: 2, sync: true });
