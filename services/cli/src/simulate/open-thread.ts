import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PlayedBatch, SimulationTask } from './play-batch.js';
import type { Batch } from './portfolio-batches.js';

/** A thread that plays one batch at a time. */
export type Thread = { play(batch: Batch): Promise<PlayedBatch>; close(): Promise<void> };

const isSource = import.meta.url.endsWith('.ts');
const entry = new URL(`./simulation-thread.${isSource ? 'ts' : 'js'}`, import.meta.url).href;

/** Run from its TypeScript a thread needs the loader that reads it, which threads do not take over from `--import`; built, it is JavaScript. */
const startOf = (): string => {
  if (!isSource) return `import(${JSON.stringify(entry)})`;
  // Its CommonJS twin does not find its own parts in a thread.
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx/esm/api')).href.replace(/cjs$/, 'mjs');
  return `import(${JSON.stringify(loader)}).then(({ register }) => (register(), import(${JSON.stringify(entry)})))`;
};

export const openThread = (task: SimulationTask): Thread => {
  const worker = new Worker(startOf(), {
    eval: true,
    workerData: task,
    execArgv: isSource ? ['--conditions=source'] : [],
  });
  return {
    play: (batch) =>
      new Promise((resolve, reject) => {
        const settle = (): void => void worker.off('message', played).off('error', failed).off('exit', ended);
        const played = (message: PlayedBatch): void => (settle(), resolve(message));
        const failed = (error: unknown): void => (
          settle(),
          reject(error instanceof Error ? error : new Error(String(error)))
        );
        const ended = (code: number): void => (
          settle(),
          reject(new Error(`a thread of the simulation ended with code ${code}`))
        );
        worker.on('message', played).on('error', failed).on('exit', ended);
        worker.postMessage(batch);
      }),
    close: async () => void (await worker.terminate()),
  };
};
