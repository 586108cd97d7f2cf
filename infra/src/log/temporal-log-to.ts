import { Runtime, type LogLevel, type Logger } from '@temporalio/worker';
import type { ServiceLog } from './service-log.js';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** What Temporal's worker reports goes into the service's log. Once per process, before the first connection. */
export function temporalLogTo(log: ServiceLog): void {
  const say = (level: LogLevel, message: string, meta: object = {}): void =>
    log[levels[level]]({ from: 'temporal', ...meta }, message);
  const logger: Logger = {
    log: say,
    trace: (message, meta) => say('TRACE', message, meta),
    debug: (message, meta) => say('DEBUG', message, meta),
    info: (message, meta) => say('INFO', message, meta),
    warn: (message, meta) => say('WARN', message, meta),
    error: (message, meta) => say('ERROR', message, meta),
  };
  // The service ends the worker itself, in its own order.
  Runtime.install({
    logger,
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'temporalio_sdk_core=WARN' } },
  });
}
