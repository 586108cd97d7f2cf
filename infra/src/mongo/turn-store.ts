import type { TurnRead, TurnStore, TurnWrite } from '@recourse/activities/turn/turn-store';
import type mongoose from 'mongoose';
import type { Collections } from './collections.js';
import { inTransaction } from './transaction.js';
import { readTurn } from './turn-read.js';
import { Moved, writeTurn } from './turn-write.js';

const duplicateKey = 11000;

/** Turns on MongoDB. The wall clock is the real tenants' clock. */
export function mongoTurnStore(
  connection: mongoose.Connection,
  collections: Collections,
  wall: () => Date = () => new Date(),
): TurnStore {
  return {
    async takeTurn(caseId, judge) {
      const read = await readTurn(collections, caseId, wall);
      if (!read) return 'no-loan';
      const write = judge(read);
      const { now, clockKind } = read;
      if (write.entries.length === 0) return { written: false, kase: write.kase, now, clockKind, ring: [] };
      const ring = await written(connection, collections, read, write, wall());
      return ring ? { written: true, kase: write.kase, now, clockKind, ring } : 'moved';
    },

    async load(caseId) {
      const found = await collections.cases.findOne({ _id: caseId });
      if (!found) return undefined;
      const { _id, ...kase } = found;
      return kase;
    },
  };
}

/** The other cases with news; undefined when somebody else wrote meanwhile. */
async function written(
  connection: mongoose.Connection,
  collections: Collections,
  read: TurnRead,
  write: TurnWrite,
  wall: Date,
): Promise<string[] | undefined> {
  try {
    return await inTransaction(connection, (session) => writeTurn(collections, session, read, write, wall));
  } catch (error) {
    // Another turn of the case has taken the number of our first entry, or another task covers the same plan.
    if (error instanceof Moved || (error as { code?: unknown }).code === duplicateKey) return undefined;
    throw error;
  }
}
