import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { Busy } from './busy.js';

const patienceMs = 5_000;

/**
 * Runs `work` in one transaction under snapshot isolation; conflicts with other writers are retried with jitter.
 * `work` may run several times, so it must change nothing outside the session. Whatever it throws aborts the transaction.
 * Snapshot isolation conflicts on written documents only: what a decision rests on has to be written, not just read.
 * @throws Busy after 5 s of conflicts; other errors as they come
 */
export async function inTransaction<T>(
  connection: mongoose.Connection,
  work: (session: mongoose.mongo.ClientSession) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  const session = await connection.startSession();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
        const result = await work(session);
        await commit(session, deadline);
        return result;
      } catch (error) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (!hasLabel(error, 'TransientTransactionError')) throw error;
        if (Date.now() >= deadline) throw new Busy('conflicts with other writers for 5 s', { cause: error });
        await pause(Math.random() * Math.min(5 * 2 ** attempt, 200));
      }
    }
  } finally {
    await session.endSession();
  }
}

/** The commit's answer may be lost while the commit was not: asking again is harmless, running the work again would not be. */
async function commit(session: mongoose.mongo.ClientSession, deadline: number): Promise<void> {
  for (;;) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      if (!hasLabel(error, 'UnknownTransactionCommitResult') || Date.now() >= deadline) throw error;
      await pause(20);
    }
  }
}

function hasLabel(error: unknown, label: string): boolean {
  return error instanceof mongoose.mongo.MongoError && error.hasErrorLabel(label);
}
