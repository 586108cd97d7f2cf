import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { kafkaServer } from './kafka-server.js';
import { localDir } from './local-dir.js';
import { mongoServer, mongoUri } from './mongo-server.js';
import { identify } from './process-identity.js';
import { provision } from './provision.js';
import { repoRoot } from './repo-root.js';
import type { Report } from './report.js';
import {
  clearCrashedRuns,
  endCrashedRun,
  forgetRunState,
  ownerIsThisProcess,
  refuseHeld,
  writeRunState,
  type RunState,
  type ServerAddresses,
} from './run-state.js';
import { portAt, type ServerName } from './server-recipe.js';
import { superviseServer, type SupervisedServer } from './supervised-server.js';
import { temporalServer } from './temporal-server.js';

export type LocalServers = ServerAddresses & {
  dataDir: string;
  pids(): Record<ServerName, number>;
  /** Resolves when the process of this server that runs now has ended, with its code or signal. */
  ended(name: ServerName): Promise<number | string>;
  /** `kill -9`, for tests; the server stays down until `restart`. */
  kill(name: ServerName): Promise<void>;
  /** On the same ports and data. */
  restart(name: ServerName): Promise<void>;
  /** Ends all servers; removes their data, with the logs in it, unless it is to be kept. `leaveData`: the next start removes it. */
  stop(leaveData?: boolean): Promise<void>;
};

export type StartServers = {
  /** Default: a fresh directory below `<local>/run`. */
  dataDir?: string;
  /** Keep the data at stop; default false. */
  keep?: boolean;
  /** Serve Temporal's web pages too; default false. */
  temporalUi?: boolean;
  /** For tests: the port of a proxy before Kafka, given Kafka's own. */
  kafkaAdvertised?: (port: number) => number;
  report: Report;
  env?: NodeJS.ProcessEnv;
};

/**
 * Provisions (once) and starts Temporal, Kafka and the MongoDB-compatible server on free loopback ports;
 * resolves when each has answered its own protocol. None of them outlives this process.
 * @throws ToolFailed, ServerDidNotStart or DataDirInUse; nothing is left running then
 */
export async function startServers({
  keep = false,
  temporalUi = false,
  kafkaAdvertised,
  report,
  env = process.env,
  ...where
}: StartServers): Promise<LocalServers> {
  if (where.dataDir !== undefined) refuseHeld(where.dataDir); // before minutes of provisioning
  const binaries = await provision(repoRoot, report, env);
  const runs = join(localDir(repoRoot, env), 'run');
  await clearCrashedRuns(runs);
  const dataDir = where.dataDir ?? join(runs, randomBytes(6).toString('hex'));
  await endCrashedRun(dataDir);
  mkdirSync(dataDir, { recursive: true });

  const since = new Date().toISOString();
  const state: RunState = { owner: ownerIsThisProcess(), since, keep, servers: [] };
  writeRunState(dataDir, state);
  const noteProcess = (pid: number) => {
    const server = identify(pid);
    if (server) state.servers.push(server);
    writeRunState(dataDir, state);
  };
  const removeData = () =>
    keep ? forgetRunState(dataDir) : rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeData);

  const began = Date.now();
  const recipes = [
    temporalServer(binaries, temporalUi),
    kafkaServer(binaries, kafkaAdvertised),
    mongoServer(binaries, env),
  ];
  const starts = await Promise.allSettled(recipes.map((recipe) => superviseServer(recipe, dataDir, noteProcess)));
  const servers = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const stop = async (leaveData = false) => {
    await Promise.all(servers.map((server) => server.stop()));
    process.off('exit', removeData);
    if (!leaveData) removeData();
  };
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed) {
    await stop(true); // the error names logs in it
    throw failed.reason;
  }
  report(`servers ready in ${((Date.now() - began) / 1000).toFixed(1)} s`);

  const named = (name: ServerName): SupervisedServer => {
    const server = servers.find((candidate) => candidate.name === name);
    if (!server) throw new Error(`no server ${name}`);
    return server;
  };
  const addresses: ServerAddresses = {
    temporalAddress: `127.0.0.1:${portAt(named('temporal').ports, 0)}`,
    ...(temporalUi ? { temporalUiUrl: `http://127.0.0.1:${portAt(named('temporal').ports, 1)}` } : {}),
    kafkaBrokers: `127.0.0.1:${portAt(named('kafka').ports, 0)}`,
    mongoUri: mongoUri(portAt(named('mongo').ports, 0)),
  };
  return {
    ...addresses,
    dataDir,
    pids: () => ({ temporal: named('temporal').pid(), kafka: named('kafka').pid(), mongo: named('mongo').pid() }),
    ended: (name) => named(name).ended(),
    kill: (name) => named(name).kill(),
    restart: (name) => named(name).restart(),
    stop,
  };
}
