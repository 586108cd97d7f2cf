import type { JournalEntry } from '@recourse/domain/audit/journal-entry';

/** Where in the stream of all journals the relay stands; opaque, from the store. */
export type StreamToken = unknown;

export type Followed = { entries: JournalEntry[]; token: StreamToken };

/** The stream no longer reaches back to the token: what was missed has to be found by comparing. */
export class TokenLost extends Error {
  override readonly name = 'TokenLost';
}

/** The journal as an outbox: every entry is to reach the log, in the order of its case. */
export interface RelayStore {
  token(): Promise<StreamToken | undefined>;
  /**
   * Entries in the order of their commits, in batches of at most `most`, beginning after `token`; without one, from now.
   * An empty batch says that the stream stands at `now`, and comes first. Ends when aborted. @throws TokenLost
   */
  follow(token: StreamToken | undefined, most: number, signal: AbortSignal): AsyncIterable<Followed>;
  /** Remembers what the broker has acknowledged: per case the highest number, and the token. */
  published(entries: readonly Pick<JournalEntry, 'caseId' | 'seq'>[], token: StreamToken | undefined): Promise<void>;
  /** Entries above the last acknowledged number of their case, found by comparing every case; in order of each case, in batches. */
  unpublished(most: number): AsyncIterable<JournalEntry[]>;
}
