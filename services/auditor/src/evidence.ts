import type { AuditedAct } from './audited-act.js';
import type { AuditedHold } from './audited-hold.js';
import type { AuditedPerson } from './audited-person.js';
import type { AuditedCreditDispute, AuditedCreditRow } from './credit-evidence.js';
import type { KnownStrategy } from './known-strategy.js';
import type { NumericLaw } from './law/contact-rule.js';
import type { Practice } from './law/practice.js';
import type { News } from './news.js';
import type { ToldLate } from './told-late.js';
import type { WrittenOff } from './written-off.js';
import type { WorkflowRun } from './workflow-run.js';

/**
 * What the auditor has read, of its own accord, from the stores and from the outside world's own logs. Only what the checks ask for;
 * of one tenant, but for `incoming`.
 */
export type Evidence = {
  tenant: string;
  /** The tenant's clock. */
  now: string;
  /** Milliseconds since 1970: when reading began. */
  readWallAt: number;
  /** All that stands on the incoming topics, other tenants' too: what nobody can attribute must be set aside all the same. */
  incoming: IncomingRecord[];
  /** Absent: nobody was asked what the outside world saw. */
  outside?: OutsideLogs;
  /** Channels whose providers keep no log that could be asked for. */
  unlogged: string[];
  accepted: AcceptedEvent[];
  parked: ParkedEvent[];
  loans: AuditedLoan[];
  inbox: InboxItem[];
  cases: AuditedCase[];
  journal: Entry[];
  acts: AuditedAct[];
  tasks: AuditedTask[];
  /** Leave to dial, each granted on a position of its loans. */
  permits: AuditedPermit[];
  /** What the credit bureau was told, row by row, and disputes of it. */
  creditRows: AuditedCreditRow[];
  creditDisputes: AuditedCreditDispute[];
  persons: AuditedPerson[];
  points: AuditedPoint[];
  /** What stands on the outgoing topic, in the order of its partitions. */
  onKafka: PublishedEntry[];
  /** Kafka has thrown away the beginning of a topic: what is not there may have been. */
  kafkaIsCut: boolean;
  /** Ids of the workflows that run. */
  workflows: string[];
  /** Every run of a case's workflow that Temporal still tells of, ended ones too. */
  runs: WorkflowRun[];
  /** Ladders as the policy files say; of a strategy that is not here the whole ladder is assumed. */
  strategies: KnownStrategy[];
  law: NumericLaw;
  practice: Practice;
};

/** `place` = `topic/partition/offset`, as the stores write it. `bytes`: hash of type and value. */
export type IncomingRecord = {
  place: string;
  about: 'loan' | 'contact';
  tenant?: string;
  id?: string;
  source?: string;
  type?: string;
  loan?: string;
  /** The act an outcome is about. */
  attempt?: string;
  bytes: string;
  /** Ingest had not come so far when the stores were read. */
  unread?: true;
  /** What it says of money and persons; nothing when it says nothing of them or cannot be read. */
  news?: News[];
};
export type OutsideLogs = { published: PublishedEvent[]; received: ReceivedContact[] };
export type PublishedEvent = {
  id: string;
  type: string;
  loan: string;
  publishedAt: string;
  poison: boolean;
  duplicate: boolean;
};
/** `to`: number, address or partner. Personal data: compared, never told. `amounts`: minor units, each once; `creditors`: whom the text names as such. */
export type ReceivedContact = {
  id: string;
  channel: string;
  at: string;
  to?: string;
  amounts?: number[];
  creditors?: string[];
};
/** `id` = `source/id`, `place` where it stood when it was taken. */
export type AcceptedEvent = {
  id: string;
  place: string;
  loanId: string;
  type: string;
  order: number;
  positionVersion: number;
  caseId?: string;
  paymentId?: string;
  acceptedAt: string;
  /** Milliseconds since 1970. */
  acceptedWallAt: number;
};
/** `id` is its place on Kafka. */
export type ParkedEvent = { id: string; loanId?: string; status: string; parkedAt: string; resolvedAt?: string };
export type AuditedLoan = {
  loanId: string;
  openCase?: string;
  currency: string;
  positionVersion: number;
  /** The first position version for which its terms were held against the law, where they were told before. */
  lawFrom?: number;
  /** Of its terms; absent: they were never told. */
  jurisdiction?: string;
  product?: string;
  graceDays?: number;
  tolerance?: number;
  debtors?: { personId: string; role: string }[];
  /** The position of the document, in the words of events. */
  position: News[];
  holds: AuditedHold[];
};
/** `taskId`: of an item that tells what came of a task. */
export type InboxItem = { caseId: string; itemId: string; consumed: boolean; taskId?: string };
export type Planned = { id?: string; dueAt?: string; readPosition?: number; ending?: string; awaiting?: string };
export type AuditedCase = {
  caseId: string;
  loanId: string;
  status: string;
  seq: number;
  head: string;
  stage?: string;
  plan: Planned;
  /** What the case has read of its loan's position. */
  noted?: { positionVersion: number; arrears: number; currency: string; late?: ToldLate };
  /** Its disputes and complaints. */
  matters?: { id: string }[];
  writeOff?: WrittenOff;
};
export type Entry = {
  caseId: string;
  seq: number;
  prevHash: string;
  hash: string;
  /** Hash of what it says, reckoned by us. */
  contentHash: string;
  /** Whole where a check reads it, else only type and time. */
  fact: Fact;
};
export type Fact = { type: string; at: string; [field: string]: unknown };
export type PublishedEntry = { id: string; contentHash: string; key: string };
export type AuditedPermit = { permitId: string; sender: string; covers: { loanId: string; readPosition: number }[] };
export type AuditedTask = {
  taskId: string;
  kind: string;
  status: string;
  lease?: { by: string; until: string };
  answeredBy?: string;
  answeredAt?: string;
  plans: string[];
};
export type AuditedPoint = { blindIndex: string; holds: AuditedHold[] };
