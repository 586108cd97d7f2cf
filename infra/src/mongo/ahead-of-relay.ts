import type { Collections } from './collections.js';
import { isTokenLost } from './is-token-lost.js';
import { mongoRelayStore } from './relay-store.js';

/** Ids of the entries that a relay will meet behind its token; undefined when there is no way on from the token: then it compares all by itself. */
export async function aheadOfRelay(collections: Collections): Promise<Set<string> | undefined> {
  const token = await mongoRelayStore(collections).token();
  if (token === undefined) return undefined;
  const inserts = [{ $match: { operationType: 'insert' } }];
  const stream = collections.journal.watch(inserts, { resumeAfter: token, maxAwaitTimeMS: 100 });
  const ahead = new Set<string>();
  try {
    for (let change = await stream.tryNext(); change; change = await stream.tryNext())
      if (change.operationType === 'insert') ahead.add(change.fullDocument._id);
    return ahead;
  } catch (error) {
    if (isTokenLost(error)) return undefined;
    throw error;
  } finally {
    await stream.close();
  }
}
