import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClock, type CreateClock } from '@recourse/activities/clock/create-clock';
import { checkSettings } from '@recourse/infra/config/check-settings';
import { namesServers } from '@recourse/infra/config/named-servers';
import { ensureTopics } from '@recourse/infra/kafka/topics';
import { freePort } from '@recourse/infra/local/free-port';
import { localDir } from '@recourse/infra/local/local-dir';
import type { Report } from '@recourse/infra/local/report';
import { repoRoot } from '@recourse/infra/local/repo-root';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { useServers } from '@recourse/infra/local/use-servers';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { tenantStore } from '@recourse/infra/mongo/tenant-store';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { mustHaveStrategy } from '../commands/must-have-strategy.js';
import { keepServersRunning } from './keep-servers-running.js';
import { playedAgencies } from './played-agencies.js';
import { withStores } from './open-stores.js';
import { superviseService, type SupervisedService } from './supervise-service.js';
import { removeStackNote, writeStackNote } from './stack-file.js';

export type StartStack = {
  env: NodeJS.ProcessEnv;
  tenant: string;
  clock: CreateClock['clock'];
  /** Whether the sandbox plays the world outside, and the staff the people inside. */
  sandbox: boolean;
  /** Whether loans and persons are pulled from the sandbox's servicing system and directory; else from those that `env` names, if any. */
  pulls?: boolean;
  /** To be looked at: with Temporal's web pages, and found by commands even when another stack runs. */
  forPeople: boolean;
  /** Keep the data here; absent: a directory of its own that goes at stop. */
  dataDir?: string;
  report: Report;
};

export type RunningStack = {
  env: NodeJS.ProcessEnv;
  sandboxUrl?: string;
  apiUrl: string;
  staffUrl?: string;
  temporalUiUrl?: string;
  /** What runs, in words. */
  running: string;
  /** Where the services and local servers write their logs. */
  logs: string;
  service(name: string): SupervisedService | undefined;
  /** Rejects as soon as a service or a local server cannot be kept running. */
  failed: Promise<never>;
  /** `failed`: the logs stay, for whoever looks for the reason, and where is said. */
  stop(failed?: boolean): Promise<void>;
};

const defaultStrategy = 'consumer-cn';

/** Starts servers (unless the environment names others), prepares them, and runs every service; nothing is left running when it throws. */
export async function startStack({
  env,
  tenant,
  clock,
  sandbox,
  pulls = false,
  forPeople,
  dataDir,
  report,
}: StartStack): Promise<RunningStack> {
  const nowhere = { variable: 'RECOURSE_SANDBOX_URL', reason: 'is not set: without the sandbox it says where acts go' };
  const { partners } = loadPolicies(join(repoRoot, 'policies'));
  checkSettings({ ...env, RECOURSE_TENANT: tenant }, sandbox || env['RECOURSE_SANDBOX_URL'] ? [] : [nowhere]);
  const servers = await useServers(env, {
    report,
    temporalUi: forPeople,
    keep: dataDir !== undefined,
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  const logs = servers.local?.dataDir ?? join(localDir(repoRoot, env), 'logs');
  mkdirSync(logs, { recursive: true });
  const kept = servers.local && keepServersRunning(servers.local, report);
  const services: SupervisedService[] = [];
  const stopAll = async (failed: boolean): Promise<void> => {
    removeStackNote(env);
    await Promise.all([kept?.letGo(), ...services.map((service) => service.stop())]);
    await servers.stop(failed);
    if (failed && servers.local && dataDir === undefined) report(`logs stay in ${logs} until the next start`);
  };
  let stopping: Promise<void> | undefined;
  const stop = (failed = false): Promise<void> => (stopping ??= stopAll(failed));
  try {
    // A PORT meant for something else would be taken by both the sandbox and the staff.
    const common: NodeJS.ProcessEnv = { ...servers.env, RECOURSE_TENANT: tenant, PORT: '' };
    const run = async (
      name: string,
      more: NodeJS.ProcessEnv = {},
      args: string[] = [],
    ): Promise<string | undefined> => {
      const options = { logFile: join(logs, `${name}.log`), args };
      const service = superviseService(name, { ...common, ...more }, options, report, kept?.whole);
      services.push(service);
      return urlOf(await service.announced);
    };
    const bundle = join(logs, 'workflow-bundle.cjs');
    const bundled = bundleWorkflows(bundle);
    await Promise.all([prepare(common, { tenant, clock, strategy: defaultStrategy }), bundled]);
    const apiPort = Number(common['RECOURSE_API_PORT'] || 0) || (await freePort());
    const apiUrl = `http://127.0.0.1:${apiPort}`;
    const played = sandbox ? playedAgencies(partners) : undefined;
    const keys = [env['RECOURSE_PARTNER_KEYS'], played?.known].filter(Boolean).join(',');
    const agencies = { RECOURSE_API_URL: apiUrl, SANDBOX_AGENCY_KEYS: played?.keys };
    const sandboxUrl = sandbox
      ? await run('sandbox', { SANDBOX_CLOCK: clock.kind, ...agencies })
      : env['RECOURSE_SANDBOX_URL'];
    const outside = sandboxUrl ? { RECOURSE_SANDBOX_URL: sandboxUrl } : {};
    const [staffUrl] = await Promise.all([
      sandbox ? run('staff', { ...outside, STAFF_CLOCK: clock.kind }) : undefined,
      run('ingest', outside),
      run('api', { RECOURSE_API_PORT: String(apiPort), RECOURSE_PARTNER_KEYS: keys }),
      run('relay', outside),
      run('worker', { ...outside, ...(pulls && sandboxUrl ? lendersOwn(sandboxUrl) : {}) }, [bundle]),
    ]);
    const urls = {
      apiUrl,
      ...(staffUrl ? { staffUrl } : {}),
      ...(servers.temporalUiUrl ? { temporalUiUrl: servers.temporalUiUrl } : {}),
    };
    // For whoever audits: a mail server's address may hold credentials, and so is not told on.
    const channels = [env['RECOURSE_UNLOGGED_CHANNELS'], env['RECOURSE_SMTP_URL'] && 'email'].filter(Boolean).join(',');
    const unlogged = channels ? { RECOURSE_UNLOGGED_CHANNELS: channels } : {};
    const stackEnv = { ...common, ...unlogged, ...outside };
    // Of servers of the caller's own, the addresses may hold credentials: commands are told them the same way.
    if (!namesServers(env))
      writeStackNote(
        env,
        { env: shown(stackEnv), logs, ...(sandbox ? { clock: clock.kind } : {}), ...urls },
        forPeople,
      );
    const failed = Promise.race([...services.map((service) => service.failed), ...(kept ? [kept.failed] : [])]);
    failed.catch(() => undefined);
    return {
      env: stackEnv,
      running: `${services.map(({ name }) => name).join(', ')}${servers.local ? ' and the local servers' : '; servers of your own go on'}`,
      logs,
      ...(sandboxUrl ? { sandboxUrl } : {}),
      ...urls,
      failed,
      service: (name) => services.find((each) => each.name === name),
      stop,
    };
  } catch (error) {
    await stop(true);
    throw error;
  }
}

const lendersOwn = (sandboxUrl: string): NodeJS.ProcessEnv => ({
  RECOURSE_SERVICING_URL: `${sandboxUrl}/servicing`,
  RECOURSE_DIRECTORY_URL: `${sandboxUrl}/directory`,
});

/** Topics, indexes and the tenant; an existing tenant keeps its clock. */
async function prepare(env: NodeJS.ProcessEnv, tenant: CreateClock): Promise<void> {
  await withStores(env, async ({ bus, config, mongo }) => {
    const replication = Math.min(3, config.kafka.brokers.length);
    await Promise.all([ensureTopics(bus.admin(), { replication }), ensureIndexes(mongo.collections)]);
    const tenants = tenantStore(mongo.collections);
    await createClock(tenants, tenant);
    const { strategy } = (await tenants.get(tenant.tenant)) ?? tenant;
    mustHaveStrategy(strategy, `tenant ${tenant.tenant}: `);
  });
}

function urlOf(announced: unknown): string | undefined {
  const url = (announced as { url?: unknown } | undefined)?.url;
  return typeof url === 'string' ? url : undefined;
}

const names = [
  'TEMPORAL_ADDRESS',
  'KAFKA_BROKERS',
  'MONGODB_URI',
  'RECOURSE_TENANT',
  'RECOURSE_SANDBOX_URL',
  'RECOURSE_UNLOGGED_CHANNELS',
] as const;

function shown(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
