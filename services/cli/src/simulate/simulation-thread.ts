import { parentPort, workerData } from 'node:worker_threads';
import { playBatch, type SimulationTask } from './play-batch.js';
import type { Batch } from './portfolio-batches.js';

/** One thread of a simulation: plays each batch it is sent and answers with what became of it. */
const task = workerData as SimulationTask;
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(playBatch(batch, task)));
