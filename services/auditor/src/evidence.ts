/** What the auditor has read, of its own accord, from the stores and from the outside world's own logs. Only what the checks ask for. */
export type Evidence = {
  tenant: string;
  published: PublishedEvent[];
  received: ReceivedContact[];
  accepted: AcceptedEvent[];
  parked: ParkedEvent[];
  cases: AuditedCase[];
  journal: Entry[];
  acts: AuditedAct[];
  persons: AuditedPerson[];
  /** What stands on the outgoing topic, in the order of its partitions. */
  onKafka: { id: string; hash: string }[];
  /** Ids of the workflows that run. */
  workflows: string[];
};

export type PublishedEvent = { id: string; type: string; loan: string; poison: boolean; duplicate: boolean };
export type ReceivedContact = { id: string; channel: string; at: string };
export type AcceptedEvent = { id: string; loanId: string; type: string; order: number; positionVersion: number };
export type ParkedEvent = { id: string; eventId?: string; status: string };
export type AuditedCase = { caseId: string; status: string; seq: number; head: string; stage?: string; plan: { id?: string; dueAt?: string; ending?: string } };
export type Entry = {
  caseId: string;
  seq: number;
  prevHash: string;
  hash: string;
  /** The entry as stored, without `_id`: what the hash is over, less the hash. */
  whole: Record<string, unknown>;
  fact: { type: string; at: string; [field: string]: unknown };
};
export type AuditedAct = {
  id: string;
  kind: string;
  purpose?: string;
  status: string;
  outcome?: string;
  begunAt: string;
  personId?: string;
  covers: { loanId: string; caseId: string; readPosition: number; order: number }[];
};
export type AuditedPerson = { personId: string; zone?: string };

/** What one check found: how many, and the first few in words. */
export type Finding = { check: CheckName; count: number; samples: string[] };

export type CheckName =
  | 'lost-events'
  | 'sequence-gaps'
  | 'broken-chain'
  | 'journal-against-kafka'
  | 'cases-without-plan'
  | 'cases-without-workflow'
  | 'contacts-on-unread-payment'
  | 'contacts-outside-hours'
  | 'unrecorded-attempts'
  | 'unsent-attempts'
  | 'stages-without-cause'
  | 'steps-done-twice';

/** Collects violations of one check: all are counted, the first ten are told. */
export const finding = (check: CheckName, violations: string[]): Finding => ({ check, count: violations.length, samples: violations.slice(0, 10) });
