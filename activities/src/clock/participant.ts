import type { Instant } from '@recourse/domain/calendar/instant';

/** Somebody outside the cases who has things to do at instants of the test clock: the sandbox, the staff (`docs/sandbox-protocol.md`). */
export interface Participant {
  readonly name: string;
  /** The earliest instant it has something to do at; in the past: then it is due. */
  agenda(now: Instant): Promise<Instant | undefined>;
  /** Plays all that is due at or before `until`, Kafka acknowledgements included. `published`: records now on the incoming topics. */
  play(until: Instant): Promise<{ played: number; published: number }>;
}
