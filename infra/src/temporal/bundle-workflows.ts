import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { repoRoot } from '../local/repo-root.js';

const fromSource = import.meta.url.endsWith('.ts');
const shippedWorkflows = join(repoRoot, fromSource ? 'workflows/src/workflows.ts' : 'workflows/dist/workflows.js');

/**
 * Bundles the workflow code once, for every worker that is given the file.
 * @returns the code, also written to `outFile`
 * @throws Error naming what a workflow must not reach (Node's modules, packages that need them)
 */
export async function bundleWorkflows(outFile: string, workflowsPath: string = shippedWorkflows): Promise<string> {
  const said: string[] = [];
  const logger = new DefaultLogger('WARN', ({ message }) => said.push(message));
  const bundle = bundleWorkflowCode({
    workflowsPath,
    logger,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, ...(fromSource ? { conditionNames: ['source', '...'] } : {}) },
    }),
  });
  const { code } = await bundle.catch((error: Error) => {
    throw new Error([error.message, ...said].join('\n'), { cause: error });
  });
  mkdirSync(dirname(outFile), { recursive: true });
  const building = `${outFile}.${process.pid}`;
  writeFileSync(building, code);
  renameSync(building, outFile); // a worker that starts meanwhile reads the whole of one bundle
  return code;
}
