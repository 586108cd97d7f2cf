import { ClockStuck } from '@recourse/activities/clock/clock-stuck';
import { ConfigError } from '@recourse/infra/config/config-error';
import { namesServers } from '@recourse/infra/config/named-servers';
import { DataDirInUse } from '@recourse/infra/local/run-state';
import { ServiceEnded } from '@recourse/infra/local/run-service';
import { ToolFailed } from '@recourse/infra/local/run-tool';
import { ServerDidNotStart } from '@recourse/infra/local/supervised-server';
import { PolicyError } from '@recourse/infra/policies/policy-error';
import { NoStack } from './stack/find-stack.js';
import { Mistake } from './words/mistake.js';

/** Errors whose message says all a person needs; of any other the stack is shown too. */
const plain = [
  Mistake,
  NoStack,
  ConfigError,
  ClockStuck,
  PolicyError,
  ToolFailed,
  ServiceEnded,
  ServerDidNotStart,
  DataDirInUse,
];

/** Says what went wrong, and returns the exit code. */
export function complain(error: unknown): number {
  const unreachable =
    error instanceof Error &&
    /ServerSelection|ECONNREFUSED|KafkaJSNumberOfRetries|Failed to connect/.test(`${error.name} ${error.message}`);
  if (unreachable)
    console.error(
      `recourse: a server does not answer (${error.message}): ${namesServers(process.env) ? 'look at TEMPORAL_ADDRESS, KAFKA_BROKERS, MONGODB_URI' : 'is what "npm run up" or "npm start -- --keep" started still running? Its terminal and its logs say what became of the local servers'}`,
    );
  else if (plain.some((kind) => error instanceof kind)) console.error(`recourse: ${(error as Error).message}`);
  else console.error(error);
  return 1;
}
