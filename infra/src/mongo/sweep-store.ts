import type { SweepStore } from '@recourse/activities/relay/sweep-store';
import type { Collections } from './collections.js';

export function mongoSweepStore({ tenants, inbox, cases }: Collections): SweepStore {
  return {
    async unheard(appendedBefore, most) {
      const items = await inbox
        .find({ consumed: false, appendedWallAt: { $lt: appendedBefore } }, { projection: { caseId: 1 } })
        .limit(most)
        .toArray();
      return [...new Set(items.map(({ caseId }) => caseId))];
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
        .limit(most)
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
}
