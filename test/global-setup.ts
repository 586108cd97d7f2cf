import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { bundleWorkflows } from '../infra/src/temporal/bundle-workflows.js';
import { localDir } from '../infra/src/local/local-dir.js';
import { repoRoot } from '../infra/src/local/repo-root.js';
import { useServers, type UsedServers } from '../infra/src/local/use-servers.js';

declare module 'vitest' {
  export interface ProvidedContext {
    temporalAddress: string;
    kafkaBrokers: string;
    mongoUri: string;
    kekHex: string;
    /** Path of the bundled workflow code; empty while there is none. */
    workflowBundle: string;
  }
}

/** One set of servers and one workflow bundle for all tests of the project `servers`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await useServers(process.env, { report: (line) => console.log(line) });
  try {
    project.provide('temporalAddress', servers.env['TEMPORAL_ADDRESS'] ?? '');
    project.provide('kafkaBrokers', servers.env['KAFKA_BROKERS'] ?? '');
    project.provide('mongoUri', servers.env['MONGODB_URI'] ?? '');
    project.provide('kekHex', servers.env['RECOURSE_KEY'] ?? '');
    project.provide('workflowBundle', await bundle(servers));
  } catch (error) {
    await servers.stop();
    throw error;
  }
  return () => servers.stop();
}

async function bundle(servers: UsedServers): Promise<string> {
  if (!existsSync(join(repoRoot, 'workflows/src/workflows.ts'))) return '';
  const file = join(servers.local?.dataDir ?? localDir(repoRoot), 'workflow-bundle.cjs');
  await bundleWorkflows(file);
  return file;
}
