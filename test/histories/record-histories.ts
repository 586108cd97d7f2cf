import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useServers } from '@recourse/infra/local/use-servers';
import { bundleWorkflows } from '@recourse/infra/temporal/bundle-workflows';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { CaseWorkshop } from '../workflows/worked-case.js';
import { scenarios } from './scenarios.js';

/**
 * Records on a real Temporal server the histories that are not recorded yet.
 * node --import tsx --conditions=source test/histories/record-histories.ts
 */
const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.json`, import.meta.url));
const missing = Object.entries(scenarios).filter(([name]) => !existsSync(fileOf(name)));
/** Where it was recorded is nobody's business, and nothing that replay looks at. */
const ofMachine = (key: string, value: unknown): boolean =>
  key === 'identity' ||
  key === 'stackTrace' ||
  key === 'workerInstanceKey' ||
  (typeof value === 'string' && /^\d+@/.test(value));
const withoutMachine = (json: string): string =>
  JSON.stringify(
    JSON.parse(json, (key: string, value: unknown) => (ofMachine(key, value) ? 'recorded' : value)),
    null,
    1,
  );

const servers = await useServers(process.env, { report: (line) => console.log(line) });
const scratch = mkdtempSync(join(tmpdir(), 'histories-'));
try {
  const bundle = join(scratch, 'workflows.cjs');
  await bundleWorkflows(bundle);
  const workshop = await CaseWorkshop.open(servers.env['TEMPORAL_ADDRESS'] ?? '', bundle);
  for (const [name, { script, meanwhile }] of missing) {
    const kase = await workshop.work(script);
    await kase.ring();
    await meanwhile?.(kase);
    await kase.workflow.result().catch(() => undefined); // terminated ones too are recorded
    writeFileSync(fileOf(name), `${withoutMachine(historyToJSON(await kase.workflow.fetchHistory()))}\n`);
    await kase.end();
    console.log(`recorded ${name}`);
  }
  await workshop.close();
} finally {
  rmSync(scratch, { recursive: true });
  await servers.stop();
}
