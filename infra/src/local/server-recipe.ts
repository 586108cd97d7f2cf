import type { Command } from './guarded-process.js';

export type ServerName = 'temporal' | 'kafka' | 'mongo';

/** How to start one server and how to know that it serves. `dir` is the server's own data directory. */
export type ServerRecipe = {
  name: ServerName;
  ports: number;
  /** May be called on a directory that holds data of an earlier run, which it must keep. */
  command(dir: string, ports: readonly number[]): Promise<Omit<Command, 'cwd'>>;
  /** Asks in the server's own protocol; rejects while it does not serve. */
  ask(ports: readonly number[]): Promise<void>;
};

export function portAt(ports: readonly number[], index: number): number {
  const port = ports[index];
  if (port === undefined) throw new Error(`the recipe asked for fewer than ${index + 1} ports`);
  return port;
}
