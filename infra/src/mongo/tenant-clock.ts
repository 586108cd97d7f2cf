import type { Clock } from '@recourse/activities/clock/clock';
import { nowOf } from '@recourse/activities/clock/now-of';
import type { Collections } from './collections.js';

/** Each tenant's clock as its document says. `now` throws for an unknown tenant. */
export function tenantClock({ tenants }: Pick<Collections, 'tenants'>, wall: () => Date = () => new Date()): Clock {
  return {
    wall,
    async now(tenant) {
      const found = await tenants.findOne({ _id: tenant }, { projection: { clock: 1 } });
      if (!found) throw new Error(`unknown tenant ${tenant}`);
      return { now: nowOf(found, wall()), kind: found.clock.kind };
    },
  };
}
