import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { TokenLost, type RelayStore } from './relay-store.js';

const most = 200;

export type FollowPorts = {
  store: RelayStore;
  /** Resolves when the broker holds every entry, in this order. Throws on trouble. */
  publish(entries: readonly JournalEntry[]): Promise<void>;
};

/**
 * Publishes every journal entry, each after the one before it in its case, at least once: a crash between the broker's
 * acknowledgement and our note of it sends again what readers have seen. Ends when aborted; throws on trouble.
 */
export async function followJournal({ store, publish }: FollowPorts, signal: AbortSignal): Promise<void> {
  const token = await store.token();
  if (token === undefined) return followAnew({ store, publish }, signal);
  try {
    await followFrom({ store, publish }, token, signal);
  } catch (error) {
    if (!(error instanceof TokenLost)) throw error;
    await followAnew({ store, publish }, signal);
  }
}

async function followFrom({ store, publish }: FollowPorts, token: unknown, signal: AbortSignal): Promise<void> {
  for await (const batch of store.follow(token, most, signal)) {
    if (signal.aborted) return;
    await publishBatch({ store, publish }, batch.entries, batch.token);
  }
}

/** Without a token: first stand in the stream, then publish what the comparison finds, then what has come in meanwhile. */
async function followAnew({ store, publish }: FollowPorts, signal: AbortSignal): Promise<void> {
  const caughtUp = new Map<string, number>();
  let standing = false;
  for await (const { entries, token } of store.follow(undefined, most, signal)) {
    if (signal.aborted) return;
    if (!standing) {
      standing = true;
      for await (const missed of store.unpublished(most)) {
        if (signal.aborted) return;
        await publishBatch({ store, publish }, missed, undefined);
        for (const { caseId, seq } of missed) caughtUp.set(caseId, seq);
      }
    }
    await publishBatch(
      { store, publish },
      entries.filter(({ caseId, seq }) => seq > (caughtUp.get(caseId) ?? 0)),
      token,
    );
  }
}

async function publishBatch(
  { store, publish }: FollowPorts,
  entries: readonly JournalEntry[],
  token: unknown,
): Promise<void> {
  if (entries.length > 0) await publish(entries);
  if (entries.length > 0 || token !== undefined) await store.published(entries, token);
}
