import { AsyncLocalStorage } from 'node:async_hooks';
import type { MongoConnection } from '@recourse/infra/mongo/connect';

/** `ms`: as the asker waited for the answers, all together. */
export type AskedOfStore = { work: string; command: string; collection: string; count: number; ms: number };

/** Counts what one connection asks of the store, by the work that asks. The connection must have been made with `monitorCommands`. */
export class StoreCommands {
  private readonly work = new AsyncLocalStorage<string>();
  private readonly counted = new Map<string, AskedOfStore>();
  private readonly running = new Map<number, AskedOfStore>();

  constructor({ connection }: Pick<MongoConnection, 'connection'>) {
    const client = connection.getClient();
    client.on('commandStarted', ({ requestId, commandName, command }) => {
      const named: unknown = command[commandName === 'getMore' ? 'collection' : commandName];
      this.running.set(requestId, {
        work: this.work.getStore() ?? 'relay',
        command: commandName,
        collection: typeof named === 'string' ? named : '',
        count: 1,
        ms: 0,
      });
    });
    const ended = ({ requestId, duration }: { requestId: number; duration: number }): void => {
      const asked = this.running.get(requestId);
      if (!asked) return;
      this.running.delete(requestId);
      const key = `${asked.work} ${asked.command} ${asked.collection}`;
      const before = this.counted.get(key) ?? { ...asked, count: 0 };
      this.counted.set(key, { ...before, count: before.count + 1, ms: before.ms + duration });
    };
    client.on('commandSucceeded', ended);
    client.on('commandFailed', ended);
  }

  /** Runs `act` as that work; what nobody runs so is the relay's. */
  as<T>(work: string, act: () => Promise<T>): Promise<T> {
    return this.work.run(work, act);
  }

  /** What was asked since the last time. */
  take(): AskedOfStore[] {
    const all = [...this.counted.values()];
    this.counted.clear();
    return all;
  }
}
