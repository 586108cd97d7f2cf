import { nowOf } from '@recourse/activities/clock/now-of';
import type { CaseSeen } from '@recourse/activities/repair/judge-case';
import type { RepairStore } from '@recourse/activities/repair/repair-store';
import { foldEntry } from '@recourse/activities/turn/fold-journal';
import type { JournalEntry } from '@recourse/domain/audit/journal-entry';
import { sealEntry } from '@recourse/domain/audit/journal-hash';
import type { Repaired } from '@recourse/domain/case/case-facts';
import { caseIdOf, readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type mongoose from 'mongoose';
import { aheadOfRelay } from './ahead-of-relay.js';
import type { MongoConnection } from './connect.js';
import { mustMatch } from './must-match.js';
import { strayTasks, withdrawTask } from './stray-tasks.js';
import { mongoSweepStore } from './sweep-store.js';
import { tellClosing } from './tell-closing.js';
import { inTransaction } from './transaction.js';

type Session = mongoose.mongo.ClientSession;

const unheardAfterMs = 5_000;
const overdueAfterMs = 60_000;
const mostUnheard = 10_000;

/** Repair on MongoDB. A turn that writes the same case at the same time conflicts: one of the two is judged again. */
export function mongoRepairStore(
  { connection, collections }: MongoConnection,
  tenant: string,
  wall: () => Date = () => new Date(),
): RepairStore {
  const { tenants, loans, cases, journal, relayPositions } = collections;

  const see = async (caseId: string, session: Session): Promise<CaseSeen> => {
    const { loanId } = readCaseId(caseId);
    const found = await cases.findOne({ _id: caseId }, { session });
    const entries = await journal.find({ caseId }, { session }).sort({ seq: 1 }).toArray();
    const loan = await loans.findOne({ _id: tenantKey(tenant, loanId) }, { session });
    const position = await relayPositions.findOne({ _id: caseId }, { session });
    return {
      caseId,
      ...(found ? { kase: withoutId(found) } : {}),
      journal: entries.map(withoutId),
      ...(loan ? { loan } : {}),
      published: position?.seq ?? 0,
    };
  };

  /** The case with one more entry, which is written; the document is not. */
  const state = async (
    session: Session,
    kase: CollectionCase,
    repaired: Repaired,
    actor: string,
  ): Promise<CollectionCase> => {
    const owner = await tenants.findOne({ _id: tenant }, { session });
    if (!owner) throw new Error(`there is no tenant ${tenant}`);
    const fact = { v: 1, type: 'case-repaired', at: nowOf(owner, wall()), cause: 'repair', ...repaired } as const;
    const { caseId, consumedThrough, head: prevHash } = kase;
    const entry = sealEntry({ caseId, seq: kase.seq + 1, fact, consumedThrough, actor, prevHash });
    await journal.insertOne({ _id: `${caseId}/${entry.seq}`, ...entry }, { session });
    return foldEntry(kase, entry);
  };

  const note = async (session: Session, caseId: string, repaired: Repaired, actor: string): Promise<boolean> => {
    const found = await cases.findOne({ _id: caseId }, { session });
    if (!found || (repaired.what === 'workflow' && found.status === 'closed')) return false;
    const kase = await state(session, withoutId(found), repaired, actor);
    const put = await cases.replaceOne({ _id: caseId, seq: found.seq }, kase, { session });
    mustMatch(put, caseId);
    return true;
  };

  return {
    async caseIds() {
      const known = await cases.find({ tenant }, { projection: { _id: 1 } }).toArray();
      const owned = await loans.find({ tenant }, { projection: { loanId: 1, episodes: 1 } }).toArray();
      const episodes = owned.flatMap(({ loanId, episodes: count }) =>
        Array.from({ length: count }, (_, nth) => caseIdOf(tenant, loanId, nth + 1)),
      );
      return [...new Set([...known.map(({ _id }) => _id), ...episodes])].toSorted();
    },

    see: (caseId) => inTransaction(connection, (session) => see(caseId, session)),

    restore: (caseId, judge, actor) =>
      inTransaction(connection, async (session) => {
        const judged = judge(await see(caseId, session));
        if (!judged?.whole || judged.damages.length === 0) return [];
        const { damages, openCase } = judged;
        let { kase } = judged;
        for (const damage of damages) kase = await state(session, kase, damage, actor);
        await cases.replaceOne({ _id: caseId }, kase, { session, upsert: true });
        const loan = { _id: tenantKey(tenant, kase.loanId) };
        if (openCase && 'set' in openCase) {
          await loans.updateOne(loan, { $set: { openCase: openCase.set } }, { session });
          await tellClosing(collections, session, kase, wall());
        } else if (openCase)
          await loans.updateOne(loan, { $set: { carry: openCase.unset }, $unset: { openCase: '' } }, { session });
        if (damages.some(({ what }) => what === 'relay-position'))
          await relayPositions.updateOne({ _id: caseId }, { $set: { seq: judged.kase.seq } }, { session });
        return damages;
      }),

    note: (caseId, repaired, actor) => inTransaction(connection, (session) => note(session, caseId, repaired, actor)),

    async unpublished() {
      const written = await cases.find({ tenant }, { projection: { seq: 1 } }).toArray();
      const positions = await relayPositions.find({ _id: { $in: written.map(({ _id }) => _id) } }).toArray();
      const published = new Map(positions.map(({ _id, seq = 0 }) => [_id, seq]));
      const behind = written.filter(({ _id, seq }) => (published.get(_id) ?? 0) < seq);
      const entries = behind.map(async ({ _id }): Promise<[string, JournalEntry[]]> => {
        const missing = journal.find({ caseId: _id, seq: { $gt: published.get(_id) ?? 0 } }).sort({ seq: 1 });
        return [_id, (await missing.toArray()).map(withoutId)];
      });
      return new Map(await Promise.all(entries));
    },

    aheadOfRelay: () => aheadOfRelay(collections),

    async published(caseId, seq) {
      await relayPositions.updateOne({ _id: caseId }, { $max: { seq } }, { upsert: true });
    },

    strayTasks: () => strayTasks(collections, tenant),

    withdraw: (task, actor) =>
      inTransaction(connection, async (session) => {
        const owner = await tenants.findOne({ _id: tenant }, { session });
        if (!owner || !(await withdrawTask(collections, session, task, nowOf(owner, wall())))) return false;
        await note(session, task.caseId, { what: 'task', because: 'differs' }, actor);
        return true;
      }),

    async unheard() {
      const now = wall().getTime();
      const sweeping = mongoSweepStore(collections);
      const found = await Promise.all([
        sweeping.unheard(new Date(now - unheardAfterMs), mostUnheard),
        sweeping.overdue(new Date(now - overdueAfterMs), mostUnheard),
      ]);
      return [...new Set(found.flat())].filter((caseId) => readCaseId(caseId).tenant === tenant);
    },
  };
}

function withoutId<T extends { _id: string }>({ _id, ...rest }: T): Omit<T, '_id'> {
  return rest;
}
