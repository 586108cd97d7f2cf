import type { ActRecord } from '@recourse/activities/records/act-record';
import type { EventRecord, ParkedRecord } from '@recourse/activities/records/event-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import { caseEventsTopic } from '@recourse/infra/kafka/topics';
import type { CaseRecord } from '@recourse/infra/mongo/collections';
import type { TestStack } from './stack.js';

/** What the sandbox's providers, agency and law firm noted; `id` = act id. */
export type Received = { id: string; channel: string; to: string; at: string; creditors?: string[] };

/** Looks at a loan from everywhere it can be seen. A loan's case is its newest unless an episode is named. */
export type Look = {
  kase(loan: string, episode?: number): Promise<CaseRecord | undefined>;
  facts(loan: string, episode?: number): Promise<CaseFact[]>;
  journal(loan: string, episode?: number): Promise<JournalEntry[]>;
  loan(loan: string): Promise<LoanRecord | undefined>;
  /** In the order they were begun, set-aside ones too. */
  acts(loan: string): Promise<ActRecord[]>;
  /** Accepted events, in the loan's order. */
  events(loan: string): Promise<EventRecord[]>;
  tasks(loan: string): Promise<TaskRecord[]>;
  parked(loan: string): Promise<ParkedRecord[]>;
  /** All that reached the outside; with a loan, by acts of its cases' own plans. */
  received(loan?: string): Promise<Received[]>;
  /** What stands on Kafka about this tenant's cases: by case id, each record's `seq` in the order they stand there. */
  published(): Promise<Map<string, number[]>>;
};

export function lookAt({ tenant, stores, ask }: TestStack): Look {
  const { loans, cases, journal, acts, events, tasks, parked } = stores.mongo.collections;
  const loan = async (loanId: string) => (await loans.findOne({ _id: `${tenant}/${loanId}` })) ?? undefined;
  const caseIdOf = async (loanId: string, episode?: number): Promise<string> =>
    `${tenant}/${loanId}/${episode ?? (await loan(loanId))?.episodes ?? 1}`;
  const entries = async (loanId: string, episode?: number) =>
    journal
      .find({ caseId: await caseIdOf(loanId, episode) })
      .sort({ seq: 1 })
      .toArray();

  return {
    kase: async (loanId, episode) => (await cases.findOne({ _id: await caseIdOf(loanId, episode) })) ?? undefined,
    facts: async (loanId, episode) => (await entries(loanId, episode)).map(({ fact }) => fact),
    journal: entries,
    loan,
    async acts(loanId) {
      const found = await acts.find({ tenant, 'covers.loanId': loanId }).toArray();
      const order = ({ covers }: ActRecord) => covers.find((cover) => cover.loanId === loanId)?.order ?? 0;
      return found.toSorted((a, b) => order(a) - order(b));
    },
    events: async (loanId) => (await events.find({ tenant, loanId }).toArray()).toSorted((a, b) => a.order - b.order),
    tasks: (loanId) => tasks.find({ tenant, 'covers.loanId': loanId }).toArray(),
    parked: (loanId) => parked.find({ tenant, loanId }).toArray(),
    async received(loanId) {
      const all = await ask<Received[]>('/log/received');
      return loanId === undefined ? all : all.filter(({ id }) => id.startsWith(`${tenant}/${loanId}/`));
    },
    async published() {
      const admin = stores.bus.admin();
      const ends = Object.entries(await admin.endOffsets(caseEventsTopic)).filter(([, end]) => end > 0n);
      const read = ends.map(([partition, end]) => admin.readRange(caseEventsTopic, Number(partition), 0n, end));
      const bySeq = new Map<string, number[]>();
      for (const { headers } of (await Promise.all(read)).flat()) {
        const id = headers['ce_id'] ?? '';
        if (!id.startsWith(`${tenant}/`)) continue;
        const caseId = id.slice(0, id.lastIndexOf('/'));
        bySeq.set(caseId, [...(bySeq.get(caseId) ?? []), Number(id.slice(caseId.length + 1))]);
      }
      return bySeq;
    },
  };
}
