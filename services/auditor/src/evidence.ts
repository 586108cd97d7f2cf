import type { AuditedNumber } from './audited-number.js';
import type { AuditedStanding } from './audited-standing.js';
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
/** `to`: number, address or partner. Personal data: compared, never told. `amounts`: minor units, each once. */
export type ReceivedContact = { id: string; channel: string; at: string; to?: string; amounts?: number[] };
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
export type AuditedAct = {
  /** Of one that is known never to have gone out: `plan~order`. */
  id: string;
  kind: string;
  /** As the outside world would call the way it took. */
  channel: string;
  purpose: string;
  /** Which notice it gives. */
  notice?: string;
  status: string;
  result?: string;
  /** What came of a conversation. */
  code?: string;
  begunAt: string;
  /** Milliseconds since 1970: begun, and the last moment at which a provider may have started. */
  begunWallAt: number;
  notAfterWallAt: number;
  acceptedAt?: string;
  concludedAt?: string;
  personId?: string;
  pointId?: string;
  /** The number or address, whoever has it. */
  blindIndex?: string;
  /** The collector or crew, or a machine. */
  actor: string;
  /** In whose hands the law sees it: `first-party`, `agency` or `buyer`. */
  sender: string;
  /** The permit it was a dial of. */
  permitId?: string;
  /** An agency made it of its own accord and told us afterwards; a breach is open for it. */
  reported?: true;
  /** The event it told us by, `source/id`: its own telephone logs it by that name. */
  reportedAs?: string;
  taskId?: string;
  /** The words a machine says, `name@version`, and the language recorded for the person. */
  template?: string;
  language?: string;
  /** How long a call may last, as was said when this one began; absent: nobody asked. */
  longestCallMinutes?: number;
  /** By which acts or days it was recorded that the debtor it is about could not be reached. */
  unreachable?: { acts: string[]; days: string[] };
  covers: Cover[];
};
export type Cover = {
  loanId: string;
  caseId: string;
  planId: string;
  readPosition: number;
  order: number;
  currency: string;
  late?: ToldLate;
};
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
/** `relations`: what the person is to a debtor. `said`: the part of `standing` the person told us, under whatever name. */
export type AuditedPerson = {
  personId: string;
  zone?: string;
  addressZone?: string;
  points?: AuditedNumber[];
  standing?: AuditedStanding;
  said?: Pick<AuditedStanding, 'consents' | 'agreedTimes' | 'optOuts'>;
  language?: string;
  /** What the person asked to be spoken to in, from when we heard it. */
  saidLanguage?: { language: string; at: string };
  relations?: { to: string; role: string; namedBy?: string }[];
  holds: AuditedHold[];
  /** Zones of other records of the same human. */
  otherZones?: string[];
  /** The records this person is made of, and when the last of them came to it (milliseconds since 1970). */
  records?: {
    personId: string;
    told: Pick<AuditedPerson, 'language' | 'zone' | 'addressZone' | 'standing' | 'relations'>;
    points: Record<string, string>;
    said?: Pick<AuditedStanding, 'consents' | 'agreedTimes'>;
    holds: string[];
    wallAt: number;
  }[];
  /** A name that leads to another record. */
  isMerged?: true;
  /** Of a record as it was before the merge: whose it is now. */
  isNow?: string;
};
export type AuditedPoint = { blindIndex: string; holds: AuditedHold[] };
export type AuditedHold = {
  id: string;
  reason: string;
  scope: { loan?: string; person?: string; point?: string };
  stops: string[];
  from: string;
  until?: string;
  endedAt?: string;
  /** What it says of its beginning, where `from` is when it became known. */
  since?: string;
};
