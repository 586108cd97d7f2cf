import { readCaseId, tenantKey } from '@recourse/domain/case/case-id';
import { busy } from '@recourse/activities/contact/busy';
import { nowOf } from '@recourse/activities/clock/now-of';
import type {
  BeginRead,
  BeginRequest,
  BeginResult,
  BeginVerdict,
  ContactStore,
  Withheld,
} from '@recourse/activities/contact/contact-store';
import { appendInTransaction } from './append-in-transaction.js';
import { Busy } from './busy.js';
import type { MongoConnection } from './connect.js';
import { concludeInTransaction } from './conclude-in-transaction.js';
import { hearAnswer } from './hear-wishes.js';
import { ingestIsCurrent } from './ingest-is-current.js';
import { partnerReportedInTransaction } from './partner-reported.js';
import { contactedByPlan, readForBegin } from './read-for-begin.js';
import { readTogether } from './read-together.js';
import { sharedFor } from './shared-for.js';
import { tenantClock } from './tenant-clock.js';
import { inTransaction } from './transaction.js';
import { writeBegin } from './write-begin.js';

/** The contact store on MongoDB. `wall` is the wall clock. */
export function mongoContactStore(
  { connection, collections }: Pick<MongoConnection, 'connection' | 'collections'>,
  wall: () => Date,
): ContactStore {
  const clock = tenantClock(collections, wall);
  const current = sharedFor(100, () => ingestIsCurrent(collections, wall()));

  const consider = async (
    request: BeginRequest,
    judge: (read: BeginRead) => BeginVerdict,
    write: boolean,
  ): Promise<BeginResult> => {
    const { caseId, planId, taskId } = request;
    const { tenant, loanId } = readCaseId(caseId);
    let contended: string | undefined;
    return inTransaction(connection, async (session): Promise<BeginResult> => {
      // After a conflict the person is written first: who loses then loses at once, not after all its reads.
      if (contended) await collections.persons.updateOne({ _id: contended }, { $inc: { version: 1 } }, { session });
      const together = await readTogether(collections, session, tenant, {
        acts: { from: 'acts', by: 'covers.planId', values: [planId] },
        tasks: { from: 'tasks', values: taskId === undefined ? [] : [taskId] },
        loans: { from: 'loans', values: [tenantKey(tenant, loanId)] },
        cases: { from: 'cases', values: [caseId] },
        ...contactedByPlan(tenant),
      });
      if (!together) throw new Error(`unknown tenant ${tenant}`);
      const now = nowOf(together.tenant, wall());
      const [found] = together.cases;
      const plan = found && !('ending' in found.plan) ? found.plan : undefined;
      const not = (withheld: Withheld): BeginResult => ({
        begun: 'no',
        withheld,
        dueAt: plan?.dueAt ?? now,
        readPosition: plan?.readPosition ?? 0,
      });
      const said = { planId, actId: planId, at: now };

      const [earlier] = together.acts;
      if (earlier?._id === planId) return { begun: 'before', act: earlier };
      if (earlier) return not({ ...said, actId: earlier._id, result: 'covered', by: earlier._id });

      const [loan] = together.loans;
      const [task] = together.tasks;
      const read =
        found &&
        loan &&
        (await readForBegin(collections, session, {
          now,
          wall: wall(),
          contactStopped: together.tenant.contactStopped !== undefined,
          ingestIsCurrent: await current(),
          found,
          loan,
          people: together.persons,
          points: together.points,
          ...(task && { task }),
        }));
      if (!read) return not({ ...said, result: 'refused', reason: 'plan-not-current', rules: [] });
      const verdict = judge(read);
      if (!verdict.go) return not(verdict.withheld);
      contended = read.person?._id;
      if (!write) return { begun: 'now', act: verdict.act };
      const ring = await writeBegin(collections, session, read, verdict);
      // What it read of the kill switch is too old to begin on.
      if (wall() >= verdict.act.notAfter) throw new Busy('5 s between reading and writing');
      return { begun: 'now', act: verdict.act, ...(ring.length > 0 && { ring }) };
    });
  };

  return {
    async begin(request, judge) {
      try {
        return await consider(request, judge, true);
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        const { now } = await clock.now(readCaseId(request.caseId).tenant);
        return { begun: 'no', withheld: busy(request.planId, now), dueAt: now, readPosition: 0 };
      }
    },

    look: (request, judge) => consider(request, judge, false),

    async accepted(actId, acceptedAt, providerRef) {
      const set = { status: 'accepted' as const, acceptedAt, ...(providerRef !== undefined && { providerRef }) };
      await collections.acts.updateOne({ _id: actId, status: 'begun' }, { $set: set });
    },

    conclude: (actId, judge) =>
      inTransaction(connection, (session) =>
        concludeInTransaction(collections, session, { actId, judge, wall: wall() }),
      ),

    hear: (actId, answer) =>
      inTransaction(connection, (session) => hearAnswer(collections, session, { actId, answer, wall: wall() })),

    async withhold(caseId, itemId, outcome) {
      const item = { kind: 'act-outcome' as const, itemId, at: outcome.at, outcome };
      await inTransaction(connection, (session) => appendInTransaction(collections, session, caseId, item, wall()));
    },

    async noteStart(caseId, itemId, by, outcome) {
      const item = { kind: 'start-withheld' as const, itemId, at: outcome.at, by, outcome };
      await inTransaction(connection, (session) => appendInTransaction(collections, session, caseId, item, wall()));
    },

    partnerReported: (report, itemId, at) =>
      inTransaction(connection, (session) =>
        partnerReportedInTransaction(collections, session, { report, itemId, at, wall: wall() }),
      ),

    async act(actId) {
      return (await collections.acts.findOne({ _id: actId })) ?? undefined;
    },

    async covered({ tenant, covers }) {
      const _id = { $in: covers.map(({ caseId }) => caseId) };
      const kept = { $in: covers.map(({ loanId }) => tenantKey(tenant, loanId)) };
      const [cases, loans] = await Promise.all([
        collections.cases.find({ _id }).toArray(),
        collections.loans.find({ _id: kept }).toArray(),
      ]);
      return cases.flatMap((kase) => {
        const loan = loans.find(({ loanId }) => loanId === kase.loanId);
        return loan ? [{ kase, loan }] : [];
      });
    },

    async actOfTask(taskId) {
      return (await collections.acts.findOne({ taskId }, { sort: { begunWallAt: -1 } })) ?? undefined;
    },

    async plannedAct(caseId, planId) {
      const found = await collections.cases.findOne({ _id: caseId }, { projection: { plan: 1, strategy: 1 } });
      if (!found || 'ending' in found.plan || found.plan.id !== planId || !found.plan.act) return undefined;
      const { act, dueAt, readPosition } = found.plan;
      return { act, dueAt, readPosition, strategyHash: found.strategy.hash };
    },

    async unsettled(begunBefore, askedBefore, limit) {
      const notAskedSince = (since: Date) => ({
        $or: [{ askedWallAt: { $exists: false } }, { askedWallAt: { $lt: since } }],
      });
      const oldest = { begunWallAt: 1 } as const;
      const begun = await collections.acts
        .find({ status: 'begun', begunWallAt: { $lt: begunBefore }, ...notAskedSince(begunBefore) })
        .sort(oldest)
        .limit(limit)
        .toArray();
      const left = limit - begun.length;
      if (left === 0) return begun;
      const accepted = await collections.acts
        .find({ status: 'accepted', begunWallAt: { $lt: askedBefore }, ...notAskedSince(askedBefore) })
        .sort(oldest)
        .limit(left)
        .toArray();
      return [...begun, ...accepted];
    },

    async asked(actId) {
      await collections.acts.updateOne({ _id: actId }, { $set: { askedWallAt: wall() } });
    },
  };
}
