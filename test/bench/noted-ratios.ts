import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDir } from '@recourse/infra/local/local-dir';
import { repoRoot } from '@recourse/infra/local/repo-root';
import type { BenchStore } from './bench-stack.js';

export type NotedRatios = { [Store in BenchStore]?: { ratio: number; at: string } };

/** Keeps the ratio of this run, and gives the last one of each store: a run measures one of them. */
export function notedRatios(store: BenchStore, ratio: number): NotedRatios {
  const dir = localDir(repoRoot);
  const file = join(dir, 'bench-ratios.json');
  mkdirSync(dir, { recursive: true });
  const noted = { ...read(file), [store]: { ratio, at: new Date().toISOString() } };
  writeFileSync(file, JSON.stringify(noted));
  return noted;
}

function read(file: string): NotedRatios {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as NotedRatios;
  } catch {
    return {};
  }
}
