import type { CollectionCase } from '@recourse/domain/case/collection-case';
import type { Matter } from '@recourse/domain/matters/matter';
import type { Collections } from './collections.js';

/** Disputes and complaints of the tenant's open cases that are not over, each with what of its case tells where and when. */
export async function openMatters(
  { cases }: Pick<Collections, 'cases'>,
  tenant: string,
): Promise<{ kase: Pick<CollectionCase, 'caseId' | 'loanId' | 'zone'>; matter: Matter }[]> {
  const found = await cases
    .find({ tenant, status: { $in: ['intake', 'open'] }, matters: { $exists: true } })
    .project<Pick<CollectionCase, 'caseId' | 'loanId' | 'zone' | 'matters'>>({
      caseId: 1,
      loanId: 1,
      zone: 1,
      matters: 1,
    })
    .toArray();
  return found.flatMap(({ matters = [], ...kase }) =>
    matters.filter(({ state }) => state !== 'closed').map((matter) => ({ kase, matter })),
  );
}
