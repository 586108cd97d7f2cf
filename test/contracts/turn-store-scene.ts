import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { judgeTurn } from '@recourse/activities/turn/judge-turn';
import { rulesOfTurn } from '@recourse/activities/turn/rules-of-turn';
import type { TurnRead, TurnStore, TurnTaken, TurnWrite } from '@recourse/activities/turn/turn-store';
import type { ActRecord } from '@recourse/activities/records/act-record';
import type { InboxRecord } from '@recourse/activities/records/inbox-record';
import type { LoanRecord } from '@recourse/activities/records/loan-record';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import type { TaskRecord } from '@recourse/activities/records/task-record';
import type { TenantRecord } from '@recourse/activities/records/tenant-record';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import type { Command } from '@recourse/domain/case/case-inputs';
import type { LoanFact } from '@recourse/domain/case/loan-fact';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';
import { testTerms } from '../builders/case-world.js';
import { aLoan, aPerson, appended, aTenant, told } from '../builders/turn-records.js';

const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));

/** A store and the records beside it that others write. */
export type TurnStoreBench = {
  store: TurnStore;
  put: {
    tenant(record: TenantRecord): Promise<void>;
    loan(record: LoanRecord): Promise<void>;
    person(record: PersonRecord): Promise<void>;
    item(record: InboxRecord): Promise<void>;
    act(record: ActRecord): Promise<void>;
  };
  look: {
    loan(id: string): Promise<LoanRecord | undefined>;
    person(id: string): Promise<PersonRecord | undefined>;
    item(id: string): Promise<InboxRecord | undefined>;
    task(id: string): Promise<TaskRecord | undefined>;
    journal(caseId: string): Promise<JournalEntry[]>;
  };
};

export const tenant = 'test';
export const caseId = `${tenant}/loan-1/1`;
export const opening = '2026-01-02T02:00:00.000Z';

const missed: LoanFact = {
  eventId: 'miss-1',
  occurredAt: opening,
  type: 'instalment-missed',
  terms: testTerms,
  instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 100_000 } },
  asOf: '2026-01-02',
  arrearsTotal: 100_000,
  outstandingTotal: 1_000_000,
};

const paid: LoanFact = {
  eventId: 'pay-1',
  occurredAt: opening,
  type: 'payment-received',
  paymentId: 'p-1',
  amount: 100_000,
  currency: 'CNY',
  valueDate: '2026-01-02',
  receivedAt: opening,
  method: 'transfer',
  payer: 'debtor',
};

/** One loan whose first missed instalment waits in the inbox of its case, within grace, and what can happen to it. */
export class TurnStoreScene {
  readonly takeTurn;
  readonly rung: string[] = [];
  private constructor(private readonly bench: TurnStoreBench) {
    const doorbell = { ring: async (id: string) => void this.rung.push(id) };
    this.takeTurn = createTakeTurn({ turnStore: bench.store, policies, doorbell });
  }

  static async set(bench: TurnStoreBench): Promise<TurnStoreScene> {
    const scene = new TurnStoreScene(bench);
    await bench.put.tenant(aTenant(tenant, opening));
    await bench.put.person(aPerson(tenant, 'p1', ['loan-1', 'loan-2']));
    await scene.receive(told(aLoan(tenant, 'loan-1', testTerms), missed));
    return scene;
  }

  get store(): TurnStore {
    return this.bench.store;
  }
  get look(): TurnStoreBench['look'] {
    return this.bench.look;
  }

  judge(read: TurnRead): TurnWrite {
    return judgeTurn(read, read.inbox, rulesOfTurn(read, policies));
  }

  async loan(): Promise<LoanRecord> {
    return (await this.look.loan(`${tenant}/loan-1`)) as LoanRecord;
  }

  async pay(): Promise<void> {
    await this.receive(told(await this.loan(), paid));
  }

  async command(itemId: string, command: Command): Promise<void> {
    await this.receive(appended(await this.loan(), { kind: 'command', itemId, at: opening, command, actor: 'user-7' }));
  }

  async placeHold(id: string, scope: { loan: string } | { person: string }): Promise<void> {
    const hold = { id, reason: 'command' as const, scope, stops: ['contact' as const], from: opening };
    await this.command(id, { command: 'place-hold', hold });
  }

  /** The same person's other loan, with a case of its own. */
  async otherLoan(): Promise<string> {
    await this.receive(told(aLoan(tenant, 'loan-2', testTerms), { ...missed, eventId: 'miss-2' }));
    return `${tenant}/loan-2/1`;
  }

  /** A turn with something to say, writing also what is given. */
  async turnWriting(itemId: string, changes: Partial<TurnWrite>): Promise<TurnTaken | 'moved' | 'no-loan'> {
    await this.command(itemId, { command: 'review' });
    return this.store.takeTurn(caseId, (read) => ({ ...this.judge(read), ...changes }));
  }

  /** What a turn would write now; nothing is written. */
  async judged(): Promise<TurnWrite> {
    let judged: TurnWrite | undefined;
    await this.store.takeTurn(caseId, (read) => {
      judged = this.judge(read);
      return { ...judged, entries: [] };
    });
    return judged as TurnWrite;
  }

  async act(status: ActRecord['status']): Promise<void> {
    const planId = `${caseId}/1/sms-1/1`;
    await this.bench.put.act({
      _id: planId,
      tenant,
      act: {
        kind: 'send-reminder',
        purpose: 'collect',
        channel: 'sms',
        personId: 'p1',
        pointId: 'm1',
        template: 'reminder-first',
      },
      covers: [{ caseId, planId, loanId: 'loan-1', readPosition: 1, order: 2, arrears: 100_000, currency: 'CNY' }],
      status,
      begunAt: opening,
      begunWallAt: new Date(),
      notAfter: new Date(),
      actor: 'worker',
    });
  }

  private async receive({ loan, item }: { loan: LoanRecord; item: InboxRecord }): Promise<void> {
    await this.bench.put.loan(loan);
    await this.bench.put.item(item);
  }
}
