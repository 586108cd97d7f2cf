import type { SweepStore } from '@recourse/activities/relay/sweep-store';
import type { Collections } from './collections.js';

export function mongoSweepStore({ tenants, inbox, cases }: Collections): SweepStore {
  return {
    async unheard(appendedBefore, most) {
      const found = await inbox
        .aggregate<{ _id: string }>([
          { $match: { consumed: false, appendedWallAt: { $lt: appendedBefore } } },
          { $group: { _id: '$caseId', since: { $min: '$appendedWallAt' } } },
          { $sort: { since: 1, _id: 1 } },
          { $limit: most },
        ])
        .toArray();
      return found.map(({ _id }) => _id);
    },

    async overdue(dueBefore, most) {
      const onRealClock = await tenants.find({ 'clock.kind': 'real' }, { projection: { _id: 1 } }).toArray();
      if (onRealClock.length === 0) return [];
      const filter = {
        tenant: { $in: onRealClock.map(({ _id }) => _id) },
        'plan.dueAt': { $lt: dueBefore.toISOString() },
        status: { $ne: 'closed' as const },
      };
      const found = await cases
        .find(filter, { projection: { _id: 1 } })
        .sort({ 'plan.dueAt': 1, _id: 1 })
        .limit(most)
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
}
