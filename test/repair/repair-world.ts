import { repairCases, type Found } from '@recourse/activities/repair/repair-cases';
import { createTakeTurn } from '@recourse/activities/turn/take-turn';
import { foldEntry } from '@recourse/activities/turn/fold-journal';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { sealEntry } from '@recourse/domain/audit/journal-hash';
import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Collections } from '@recourse/infra/mongo/collections';
import { connectMongo } from '@recourse/infra/mongo/connect';
import { ensureIndexes } from '@recourse/infra/mongo/indexes';
import { mongoRelayStore } from '@recourse/infra/mongo/relay-store';
import { mongoRepairStore } from '@recourse/infra/mongo/repair-store';
import { mongoTurnStore } from '@recourse/infra/mongo/turn-store';
import { loadPolicies } from '@recourse/infra/policies/load-policies';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { testTerms } from '../builders/case-world.js';
import { aLoan, aPerson, aTenant, told } from '../builders/turn-records.js';

const opening = '2026-01-02T02:00:00.000Z';
const policies = loadPolicies(fileURLToPath(new URL('../../policies', import.meta.url)));

export type RepairWorld = {
  caseId: string;
  collections: Collections;
  /** Cases for which a workflow runs. */
  running: Set<string>;
  rung: string[];
  republished: string[];
  /** The relay is stopped: what is written is not published. */
  relayStands: boolean;
  /** Happens while the runs are listed. */
  meanwhile(): Promise<void>;
  journal(): Promise<JournalEntry[]>;
  turn(): Promise<unknown>;
  /** What happens in the case beside this, as a turn writes it. */
  state(...facts: CaseFact[]): Promise<void>;
  /** What was found, `what because` each. */
  repair(dryRun?: boolean): Promise<string[]>;
  remove(): Promise<void>;
};

/** One open case on a database of its own, everything as it should be: document, loan, published entries, workflow. */
export async function repairWorld(tenant: string): Promise<RepairWorld> {
  const mongo = await connectMongo(inject('mongoUri'), { dbName: `repair-${tenant}-${process.pid}` });
  const { collections, connection } = mongo;
  await ensureIndexes(collections);
  const caseId = `${tenant}/loan-1/1`;
  const { loan, item } = told(aLoan(tenant, 'loan-1', testTerms), {
    eventId: 'miss-1',
    occurredAt: opening,
    type: 'instalment-missed',
    terms: testTerms,
    instalment: { number: 1, dueOn: '2026-01-01', due: { principal: 100_000 } },
    asOf: '2026-01-02',
    arrearsTotal: 100_000,
    outstandingTotal: 1_000_000,
  });
  await collections.tenants.insertOne(aTenant(tenant, opening));
  await collections.persons.insertOne(aPerson(tenant, 'p1', ['loan-1']));
  await collections.loans.insertOne(loan);
  await collections.inbox.insertOne(item);
  const running = new Set([caseId]);
  const rung: string[] = [];
  const republished: string[] = [];
  const doorbell = { ring: async (id: string) => void (rung.push(id), running.add(id)) };
  const stream = collections.journal.watch([{ $match: { operationType: 'insert' } }], { maxAwaitTimeMS: 20 });
  await stream.tryNext();
  const takeTurn = createTakeTurn({ turnStore: mongoTurnStore(connection, collections), policies, doorbell });
  await takeTurn({ caseId });
  const journal = (): Promise<JournalEntry[]> =>
    collections.journal
      .find({ caseId }, { projection: { _id: 0 } })
      .sort({ seq: 1 })
      .toArray();
  /** As the relay does behind every turn: what has come in since, and only that. */
  const relayed = async (): Promise<void> => {
    if (world.relayStands) return;
    for (let change = await stream.tryNext(); change; change = await stream.tryNext())
      if (change.operationType === 'insert')
        await mongoRelayStore(collections).published([change.fullDocument], change._id);
  };

  const world: RepairWorld = {
    caseId,
    collections,
    running,
    rung,
    republished,
    relayStands: false,
    meanwhile: async () => undefined,
    journal,
    turn: () => takeTurn({ caseId }),
    async state(...facts) {
      for (const fact of facts) {
        const found = await collections.cases.findOne({ _id: caseId });
        if (!found) throw new Error(`${caseId} is not there`);
        const { _id, ...kase } = found;
        const { consumedThrough, head: prevHash } = kase;
        const entry = sealEntry({ caseId, seq: kase.seq + 1, fact, consumedThrough, actor: 'worker', prevHash });
        await collections.journal.insertOne({ _id: `${caseId}/${entry.seq}`, ...entry });
        await collections.cases.replaceOne({ _id }, foldEntry(kase, entry));
      }
      await relayed();
    },
    async repair(dryRun = false) {
      const found = await repairCases(
        {
          store: mongoRepairStore(mongo, tenant),
          runs: {
            count: async () => running.size,
            ofTenant: async () => (await world.meanwhile(), running),
            isRunning: async (id) => running.has(id),
          },
          doorbell,
          publish: async (entries) => void republished.push(...entries.map(({ seq }) => String(seq))),
          pause: relayed,
        },
        { tenant, actor: 'operator/test', dryRun },
      );
      if (!dryRun && found.length > 0) await relayed();
      return found.map(({ what, because }: Found) => `${what} ${because}`);
    },
    async remove() {
      await stream.close();
      await connection.db?.dropDatabase();
      await mongo.close();
    },
  };
  await relayed();
  return world;
}
