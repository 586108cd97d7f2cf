import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { advanceClock } from '@recourse/activities/clock/advance-clock';
import type { AdvancePorts } from '@recourse/activities/clock/advance-ports';
import type { CreateClock } from '@recourse/activities/clock/create-clock';
import type { Instant } from '@recourse/domain/calendar/instant';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { startService } from '@recourse/infra/local/run-service';
import type { ServerAddresses } from '@recourse/infra/local/run-state';
import { connectTemporal } from '@recourse/infra/temporal/connect';
import { collectionWorkflowId } from '@recourse/workflows/workflow-id';
import type { WorkflowHandle } from '@temporalio/client';
import { inject } from 'vitest';
import { waitUntilRelayed } from '../../services/cli/src/demo/wait-until-relayed.js';
import { httpJson } from '../../services/cli/src/stack/http-json.js';
import { openClock, type OpenClock } from '../../services/cli/src/stack/open-clock.js';
import { openStores, type OpenStores } from '../../services/cli/src/stack/open-stores.js';
import { startStack, type RunningStack } from '../../services/cli/src/stack/start-stack.js';

/** Documents that a killed process was writing stay locked until the server ends its transaction, 10 s after its last word. */
const quietWithinMs = 120_000;

type AdvanceOptions = {
  /** Everything fell due while all of ours was down. */
  outage?: boolean;
  /** Wraps each move of the clock, so that a test's own senders can be let finish what they began. */
  moving?: <T>(move: () => Promise<T>) => Promise<T>;
};

type ServiceName = 'sandbox' | 'staff' | 'ingest' | 'relay' | 'worker';

export type TestStack = {
  tenant: string;
  stores: OpenStores;
  clock: OpenClock;
  sandboxUrl: string;
  /** Everything a service of the stack is started with. */
  env: NodeJS.ProcessEnv;
  /** Moves the test clock; when it returns nothing is under way and nothing is due. @throws when it cannot */
  advanceTo(instant: Instant, options?: AdvanceOptions): Promise<void>;
  /** Asks the sandbox; with a body by POST. */
  ask<T>(path: string, body?: object): Promise<T>;
  /** How a borrower answers from now on: `POST /borrower/script` of `docs/sandbox-protocol.md`. */
  script(behaviour: { loan: string } & Record<string, unknown>): Promise<void>;
  /** What goes wrong with the next messages of a channel: `POST /hazards`. */
  hazard(channel: string, kind: string, times?: number): Promise<void>;
  ring(caseId: string): Promise<void>;
  workflow(caseId: string): WorkflowHandle;
  /** `kill -9`; the service is started again by itself, at most five times a stack. */
  kill(name: ServiceName): void;
  /** Runs the auditor over everything, once all is relayed. */
  audit(): Promise<{ code: number; output: string }>;
  stop(): Promise<void>;
};

export type StartTestStack = {
  tenant: string;
  /** The instant a test clock starts at; absent: the real clock. */
  now?: Instant;
  /** Servers of the test's own; absent: those all tests share. */
  servers?: ServerAddresses;
  /** Loans and persons are pulled from the sandbox; absent: persons are loaded by the test. */
  pulls?: boolean;
  /** More for the environment of every service. */
  env?: NodeJS.ProcessEnv;
  /** Puts something between us and the providers: given the sandbox's address, what our services are to use instead. Nobody works the desk then. */
  between?: (sandboxUrl: string) => Promise<string>;
};

/**
 * Every service of ours and the world outside on real servers, with a database of its own. Topics are shared with other test files:
 * what they left is set aside by ingest as of an unknown tenant, so `tenant` must be used nowhere else.
 * `RECOURSE_KEEP_LOGS` keeps the services' logs and says where they are.
 */
export async function startTestStack({
  tenant,
  now,
  servers,
  pulls = false,
  env: more,
  between,
}: StartTestStack): Promise<TestStack> {
  const dir = mkdtempSync(join(tmpdir(), `stack-${tenant}-`));
  const database = new URL(servers?.mongoUri ?? inject('mongoUri'));
  database.pathname = `/${tenant}-${randomUUID().slice(0, 8)}`;
  const env = {
    ...process.env,
    TEMPORAL_ADDRESS: servers?.temporalAddress ?? inject('temporalAddress'),
    KAFKA_BROKERS: servers?.kafkaBrokers ?? inject('kafkaBrokers'),
    MONGODB_URI: database.href,
    RECOURSE_KEY: inject('kekHex'),
    RECOURSE_LOCAL_DIR: dir,
    // A tenant has a name of its own in each run: what people forget by chance would differ from run to run.
    STAFF_HABITS: 'punctual',
    ...more,
  };
  const clock: CreateClock['clock'] = now === undefined ? { kind: 'real' } : { kind: 'test', now };
  const options = { tenant, clock, forPeople: false, report: () => undefined };
  const apart = between && (await startSandbox(env, join(dir, 'sandbox.log')));
  const stops: (() => Promise<void>)[] = apart ? [() => apart.stop()] : [];
  try {
    const outside = apart && between ? { RECOURSE_SANDBOX_URL: await between(apart.url) } : {};
    const running = await startStack({ ...options, env: { ...env, ...outside }, sandbox: !apart, pulls });
    stops.unshift(() => running.stop());
    return await open(running, { tenant, dir, stops, ...(apart && { sandboxUrl: apart.url }) });
  } catch (error) {
    for (const stop of stops) await stop();
    throw error;
  }
}

/** A sandbox that our services do not reach directly. */
async function startSandbox(env: NodeJS.ProcessEnv, logFile: string): Promise<{ url: string; stop(): Promise<void> }> {
  const sandbox = startService('sandbox', 'services/sandbox/src/main.ts', env, { logFile });
  const { url } = (await sandbox.ready) as { url: string };
  return { url, stop: () => sandbox.stop(5_000) };
}

type Opening = { tenant: string; dir: string; stops: (() => Promise<void>)[]; sandboxUrl?: string };

async function open(running: RunningStack, { tenant, dir, stops, sandboxUrl }: Opening): Promise<TestStack> {
  const { staffUrl, env } = running;
  sandboxUrl ??= running.sandboxUrl;
  if (sandboxUrl === undefined) throw new Error('the sandbox announced no address');
  const stores = await openStores(env);
  const clock = await openClock(stores, { sandboxUrl, ...(staffUrl ? { staffUrl } : {}) });
  const temporal = await connectTemporal(stores.config.temporal);
  const workflow = (caseId: string) => temporal.client.workflow.getHandle(collectionWorkflowId(caseId));
  const ask = <T>(path: string, body?: object): Promise<T> => httpJson<T>(`${sandboxUrl}${path}`, body);

  /** Nobody works on them afterwards, and who works on the same servers next would find no such tenant. */
  const endWorkflows = async (): Promise<void> => {
    const loans = await stores.mongo.collections.loans.find({ tenant, openCase: { $exists: true } }).toArray();
    const ends = loans.map(({ openCase = '' }) => workflow(openCase).terminate('end of test'));
    await Promise.allSettled(ends);
  };

  return {
    tenant,
    stores,
    clock,
    sandboxUrl,
    env,
    async advanceTo(to, { outage = false, moving } = {}) {
      const { tenants: stored } = clock.ports;
      const tenants: AdvancePorts['tenants'] = {
        get: (id) => stored.get(id),
        advance(id, from, next) {
          const move = () => stored.advance(id, from, next);
          return moving ? moving(move) : move();
        },
      };
      const advancing = advanceClock({ tenant, to, outage, ports: { ...clock.ports, tenants, quietWithinMs } });
      const answer = await Promise.race([advancing, running.failed]);
      if (!answer.advanced) throw new Error(`the clock was not moved to ${to}: ${answer.reason}`);
    },
    ask,
    script: async (behaviour) => void (await ask('/borrower/script', behaviour)),
    hazard: async (channel, kind, times = 1) => void (await ask('/hazards', { channel, kind, times })),
    ring: (caseId) => clock.ports.doorbell.ring(caseId),
    workflow,
    kill(name) {
      const service = running.service(name);
      if (!service) throw new Error(`no service ${name}`);
      service.kill();
    },
    async audit() {
      await waitUntilRelayed(stores);
      return runAuditor(env);
    },
    async stop() {
      for (const stop of stops) await stop();
      await endWorkflows().catch(() => undefined); // its servers may be down
      await Promise.allSettled([clock.close(), temporal.close(), stores.close()]);
      if (process.env['RECOURSE_KEEP_LOGS']) console.log(`logs of ${tenant}: ${dir}`);
      else rmSync(dir, { recursive: true, force: true });
    },
  };
}

function runAuditor(env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const args = ['--import', 'tsx', '--conditions=source', 'services/auditor/src/main.ts'];
  const child = spawn(process.execPath, args, { cwd: repoRoot, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
