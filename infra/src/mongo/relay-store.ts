import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { TokenLost, type RelayStore } from '@recourse/activities/relay/relay-store';
import type { Collections, JournalRecord } from './collections.js';
import { isTokenLost } from './is-token-lost.js';
import { inBatches } from './stream-batches.js';

const tokenId = 'token';
/** How long the server holds a request open while nothing happens; it answers at once when something does. */
const maxAwaitTimeMS = 500;

export function mongoRelayStore({ journal, cases, relayPositions }: Collections): RelayStore {
  return {
    async token() {
      return (await relayPositions.findOne({ _id: tokenId }))?.token;
    },

    async *follow(token, most, signal) {
      const stream = journal.watch([{ $match: { operationType: 'insert' } }], {
        maxAwaitTimeMS,
        ...(token === undefined ? {} : { resumeAfter: token }),
      });
      try {
        for await (const changes of inBatches(stream, most, signal)) {
          const entries = changes.flatMap((change) =>
            change.operationType === 'insert' ? [entryOf(change.fullDocument)] : [],
          );
          yield { entries, token: changes.at(-1)?._id };
        }
      } catch (error) {
        if (signal.aborted) return;
        if (isTokenLost(error))
          throw new TokenLost('the change stream cannot resume after the token', { cause: error });
        throw error;
      } finally {
        await stream.close();
      }
    },

    async published(entries, token) {
      const highest = new Map<string, number>();
      for (const { caseId, seq } of entries) highest.set(caseId, Math.max(seq, highest.get(caseId) ?? 0));
      // In order, the token last: a crash in between repeats entries, the other way round it would lose count of them.
      const noted = [...highest].map(([_id, seq]) => ({ _id, change: { $max: { seq } } }));
      const stands = token === undefined ? [] : [{ _id: tokenId, change: { $set: { token } } }];
      const notes = [...noted, ...stands].map(({ _id, change }) => ({
        updateOne: { filter: { _id }, update: change, upsert: true },
      }));
      if (notes.length > 0) await relayPositions.bulkWrite(notes, { ordered: true });
    },

    async *unpublished(most) {
      const chunk: { _id: string; seq: number }[] = [];
      for await (const { _id, seq } of cases.find({}, { projection: { seq: 1 } })) {
        chunk.push({ _id, seq });
        if (chunk.length === most) yield* missingOf(chunk.splice(0));
      }
      yield* missingOf(chunk);
    },
  };

  async function* missingOf(chunk: readonly { _id: string; seq: number }[]): AsyncGenerator<JournalEntry[]> {
    const positions = await relayPositions.find({ _id: { $in: chunk.map(({ _id }) => _id) } }).toArray();
    const noted = new Map(positions.map(({ _id, seq }) => [_id, seq ?? 0]));
    for (const { _id, seq } of chunk) {
      const from = noted.get(_id) ?? 0;
      if (from >= seq) continue;
      const entries = await journal
        .find({ caseId: _id, seq: { $gt: from } })
        .sort({ seq: 1 })
        .toArray();
      yield entries.map(entryOf);
    }
  }
}

function entryOf({ _id, ...entry }: JournalRecord): JournalEntry {
  return entry;
}
