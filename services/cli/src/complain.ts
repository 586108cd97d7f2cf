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
  else if (isLostOnTheWay(error))
    console.error(
      `recourse: a server went away meanwhile (${(error as Error).message}): what was done until then stays; run the same again once it is back`,
    );
  else if (plain.some((kind) => error instanceof kind)) console.error(`recourse: ${(error as Error).message}`);
  else console.error(error);
  return 1;
}

/** Said of a connection that was there before. A server that stops says so as an error of its own, with no name for it. */
const lost =
  /^Mongo(Network|NetworkTimeout|PoolCleared|NotConnected|TopologyClosed|ClientClosed)Error|^KafkaJS(Connection|RequestTimeout)|interrupted at shutdown/i;

const isLostOnTheWay = (error: unknown): boolean =>
  error instanceof Error && (lost.test(error.name) || lost.test(error.message));
