import type { LostRunsPorts } from '@recourse/activities/relay/lost-runs';
import type { Collections } from './collections.js';

/** Open cases as their loans know them: that of a case which has not taken its first turn is there too. */
export function openCases({ tenants, loans }: Pick<Collections, 'tenants' | 'loans'>): LostRunsPorts['store'] {
  const open = (tenant: string) => ({ tenant, openCase: { $gt: '' } });
  return {
    async tenants() {
      return (await tenants.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    },
    openCount: (tenant) => loans.countDocuments(open(tenant)),
    async open(tenant) {
      const found = await loans.find(open(tenant), { projection: { openCase: 1 } }).toArray();
      return found.flatMap(({ openCase }) => openCase ?? []);
    },
  };
}
