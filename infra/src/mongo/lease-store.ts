import type { LeaseStore } from '@recourse/activities/relay/lease-store';
import type { Collections } from './collections.js';

const duplicateKey = 11000;

/** Each taking raises `version`: of two who saw the same lease run out, one finds that it no longer matches. */
export function mongoLeaseStore({ leases }: Collections): LeaseStore {
  return {
    async take(name, holder, now, until) {
      const lease = await leases.findOne({ _id: name });
      if (!lease) {
        return leases.insertOne({ _id: name, holder, until, version: 1 }).then(
          () => true,
          (error: { code?: unknown }) => {
            if (error.code === duplicateKey) return false;
            throw error;
          },
        );
      }
      if (lease.holder !== holder && lease.until > now) return false;
      const taken = await leases.updateOne(
        { _id: name, version: lease.version },
        { $set: { holder, until }, $inc: { version: 1 } },
      );
      return taken.matchedCount === 1;
    },

    async release(name, holder) {
      const lease = await leases.findOne({ _id: name });
      if (lease?.holder !== holder) return;
      await leases.updateOne(
        { _id: name, version: lease.version },
        { $set: { until: new Date(0) }, $inc: { version: 1 } },
      );
    },
  };
}
