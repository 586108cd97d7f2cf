import mongoose from 'mongoose';
import { collectionsOf, type Collections } from './collections.js';

export type MongoConnection = { connection: mongoose.Connection; collections: Collections; close(): Promise<void> };

/**
 * Connects to the replica set (or the local server) named by `uri`.
 * `ignoreUndefined`: an absent field stays absent instead of becoming null, as our types have it.
 * @throws when it cannot be reached within 10 s
 */
export async function connectMongo(
  uri: string,
  options: { dbName?: string; monitorCommands?: boolean } = {},
): Promise<MongoConnection> {
  const connection = await mongoose
    .createConnection(uri, {
      ...options,
      serverSelectionTimeoutMS: 10_000,
      ignoreUndefined: true,
      writeConcern: { w: 'majority' },
    })
    .asPromise();
  if (!connection.db) throw new Error('connected without a database');
  return { connection, collections: collectionsOf(connection.db), close: () => connection.close() };
}
