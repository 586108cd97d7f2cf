import type { QuietProbe } from '@recourse/activities/clock/quiet-probe';
import type { PersonRecord } from '@recourse/activities/records/person-record';
import { tenantKey } from '@recourse/domain/case/case-id';
import type { PlannedNext } from '@recourse/domain/case/plan';
import type { Collections } from './collections.js';

const mostOfEach = 200;
/**
 * Through `at`. Not `$lte`: where the index goes on after the field (here with the status), the local MongoDB-compatible server
 * (SecantusDB 0.7.0b3) leaves out what is equal.
 */
const through = (at: string) => ({ $gt: '', $lt: `${at}~` });

/** The stores' part of quiet. Closed cases have no `plan.dueAt`, so its index leads past them. */
export function quietProbe(
  { cases, inbox, acts, persons }: Pick<Collections, 'cases' | 'inbox' | 'acts' | 'persons'>,
  ingestMark: QuietProbe['ingestMark'],
): QuietProbe {
  return {
    ingestMark,
    async due(tenant, now) {
      const rows = await cases
        .find({ tenant, 'plan.dueAt': through(now) })
        .project<{ _id: string; seq: number; plan: PlannedNext; terms: { debtors: { personId: string }[] } }>({
          seq: 1,
          'plan.id': 1,
          'plan.dueAt': 1,
          'terms.debtors.personId': 1,
        })
        .toArray();
      return rows
        .map(({ _id, seq, plan, terms }) => ({
          caseId: _id,
          seq,
          planId: plan.id,
          dueAt: plan.dueAt,
          persons: terms.debtors.map(({ personId }) => personId),
        }))
        .sort((a, b) => compare(a.dueAt, b.dueAt) || compare(a.caseId, b.caseId));
    },
    async pointsOf(tenant, ids) {
      const rows = await persons
        .find({ _id: { $in: ids.map((id) => tenantKey(tenant, id)) } })
        .project<Pick<PersonRecord, 'personId' | 'points' | 'merged'>>({
          personId: 1,
          'points.blindIndex': 1,
          'merged.into': 1,
        })
        .toArray();
      return new Map(
        // A case that still names a record merged into another stands in line with that other's.
        rows.map(({ personId, points, merged }) => [
          personId,
          [...points.map(({ blindIndex }) => blindIndex), ...(merged ? [merged.into] : [])],
        ]),
      );
    },
    async unsettled(tenant) {
      const [items, begun] = await Promise.all([
        inbox
          .find({ consumed: false, tenant })
          .project<{ _id: string; caseId: string }>({ caseId: 1 })
          .limit(mostOfEach)
          .toArray(),
        acts
          .find({ tenant, status: 'begun' })
          .project<{ _id: string; covers: { caseId: string }[] }>({ 'covers.caseId': 1 })
          .limit(mostOfEach)
          .toArray(),
      ]);
      return [
        ...items.map(({ _id, caseId }) => ({ caseId, what: 'inbox-item' as const, id: _id })),
        ...begun.flatMap(({ _id, covers }) => covers.map(({ caseId }) => ({ caseId, what: 'act' as const, id: _id }))),
      ];
    },
    async earliestPlan(tenant, until) {
      const rows = await cases
        .find({ tenant, 'plan.dueAt': through(until) })
        .project<{ plan: PlannedNext }>({ 'plan.dueAt': 1 })
        .toArray();
      return rows
        .map(({ plan }) => plan.dueAt)
        .reduce<string | undefined>(
          (earliest, at) => (earliest === undefined || at < earliest ? at : earliest),
          undefined,
        );
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
