import type { Matter } from '@recourse/domain/matters/matter';
import type { Collections } from './collections.js';

/** Every dispute and complaint of a tenant's cases, over or not, in no order. */
export async function mattersRaised({ cases }: Pick<Collections, 'cases'>, tenant: string): Promise<Matter[]> {
  const found = await cases
    .find({ tenant, matters: { $exists: true } })
    .project<{ matters: Matter[] }>({ _id: 0, matters: 1 })
    .toArray();
  return found.flatMap(({ matters }) => matters);
}
