import type { ParkedRecord } from '@recourse/activities/records/event-record';
import type { Collections } from './collections.js';

const most = 1_000;

/** What an operator of `tenant` may see: the tenant's own, and what names no tenant that there is. Oldest first, at most 1000. */
export function parkedFor({ parked, tenants }: Pick<Collections, 'parked' | 'tenants'>, tenant: string) {
  const notOthers = async () => {
    const all = await tenants.find({}, { projection: { _id: 1 } }).toArray();
    return { tenant: { $nin: all.map(({ _id }) => _id).filter((each) => each !== tenant) } };
  };
  return {
    async list(status: ParkedRecord['status']): Promise<ParkedRecord[]> {
      return parked
        .find({ status, ...(await notOthers()) })
        .sort({ parkedAt: 1 })
        .limit(most)
        .toArray();
    },
    async has(parkedId: string): Promise<boolean> {
      return (await parked.findOne({ _id: parkedId, ...(await notOthers()) }, { projection: { _id: 1 } })) !== null;
    },
  };
}
