import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type {
  CreditDisputeRecord,
  CreditMonthRecord,
  CreditSnapshotRecord,
} from '@recourse/activities/records/credit-record';
import type { EventRecord, ParkedRecord } from '@recourse/activities/records/event-record';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PermitRecord } from '@recourse/activities/records/permit-record';
import type { PersonRecord, PointRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type mongoose from 'mongoose';

/** `_id` = case id. */
export type CaseRecord = CollectionCase & { _id: string };

/** `_id` = `caseId/seq`. */
export type JournalRecord = JournalEntry & { _id: string };

/**
 * How far ingest has come on one partition; `_id` = `topic/partition`. Everything that was on the log at `currentThrough` is committed.
 * `partitions`: how many the topic has, so that a missing report is noticed. Wall clock.
 */
export type WatermarkRecord = {
  _id: string;
  topic: string;
  partition: number;
  partitions: number;
  currentThrough: Date;
  reportedAt: Date;
};

/** The last journal entry of a case that the broker acknowledged (`_id` = case id), and the relay's change-stream token (`_id` = `token`). */
export type RelayPositionRecord = { _id: string; seq?: number; token?: unknown };

/** Leadership of one job; `_id` = its name. Wall clock. */
export type LeaseRecord = { _id: string; holder: string; until: Date; version: number };

/** Every collection of the store under its document type. Native collections: what is read are plain objects. */
export type Collections = {
  tenants: mongoose.mongo.Collection<TenantRecord>;
  loans: mongoose.mongo.Collection<LoanRecord>;
  persons: mongoose.mongo.Collection<PersonRecord>;
  points: mongoose.mongo.Collection<PointRecord>;
  events: mongoose.mongo.Collection<EventRecord>;
  parked: mongoose.mongo.Collection<ParkedRecord>;
  inbox: mongoose.mongo.Collection<InboxRecord>;
  cases: mongoose.mongo.Collection<CaseRecord>;
  journal: mongoose.mongo.Collection<JournalRecord>;
  tasks: mongoose.mongo.Collection<TaskRecord>;
  acts: mongoose.mongo.Collection<ActRecord>;
  permits: mongoose.mongo.Collection<PermitRecord>;
  creditMonths: mongoose.mongo.Collection<CreditMonthRecord>;
  creditSnapshots: mongoose.mongo.Collection<CreditSnapshotRecord>;
  creditDisputes: mongoose.mongo.Collection<CreditDisputeRecord>;
  watermarks: mongoose.mongo.Collection<WatermarkRecord>;
  relayPositions: mongoose.mongo.Collection<RelayPositionRecord>;
  leases: mongoose.mongo.Collection<LeaseRecord>;
};

export function collectionsOf(db: mongoose.mongo.Db): Collections {
  return {
    tenants: db.collection('tenants'),
    loans: db.collection('loans'),
    persons: db.collection('persons'),
    points: db.collection('points'),
    events: db.collection('events'),
    parked: db.collection('parked'),
    inbox: db.collection('inbox'),
    cases: db.collection('cases'),
    journal: db.collection('journal'),
    tasks: db.collection('tasks'),
    acts: db.collection('acts'),
    permits: db.collection('permits'),
    creditMonths: db.collection('credit_months'),
    creditSnapshots: db.collection('credit_snapshots'),
    creditDisputes: db.collection('credit_disputes'),
    watermarks: db.collection('watermarks'),
    relayPositions: db.collection('relay_positions'),
    leases: db.collection('leases'),
  };
}
