import type { Instant } from '@recourse/domain/calendar/instant';

/** Records of one incoming partition (`topic/partition`) that ingest has not committed. */
export type PartitionBehind = { partition: string; records: bigint };

/** An open case whose plan is due. */
export type DueCase = { caseId: string; seq: number; planId: string; dueAt: Instant; persons: readonly string[] };

/** Something a case still has to take in, or an act that may be with a provider right now. */
export type Unsettled = { caseId: string; what: 'inbox-item' | 'act'; id: string };

/** What has to be looked at to know that nothing will happen by itself before the clock moves. */
export interface QuietProbe {
  /** Notes where both incoming topics end now; what it answers says, whenever asked, which partitions ingest has not committed so far. */
  ingestMark(): Promise<() => Promise<PartitionBehind[]>>;
  /** Open cases with a plan due at or before `now`, by due time and id. */
  due(tenant: string, now: Instant): Promise<DueCase[]>;
  /** What names the contact points of these persons, all together: equal numbers have equal names. */
  pointsOf(tenant: string, persons: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Unconsumed inbox items and acts begun, not yet accepted or concluded. At most 200 of each. */
  unsettled(tenant: string): Promise<Unsettled[]>;
  /** The earliest due time of any open case, at or before `until`. */
  earliestPlan(tenant: string, until: Instant): Promise<Instant | undefined>;
}
