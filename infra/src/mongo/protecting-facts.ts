import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Collections } from './collections.js';

/**
 * What kept somebody from being contacted: a hold that was placed, a contact that was withheld, a proof that nobody can be reached, and
 * records found to be one person's.
 */
export type ProtectingFact = Extract<
  CaseFact,
  { type: 'hold-placed' | 'contact-withheld' | 'unreachable-proved' | 'records-merged' }
>;

const types: ProtectingFact['type'][] = ['hold-placed', 'contact-withheld', 'unreachable-proved', 'records-merged'];

/** Of all cases of a tenant, in no order. */
export async function protectingFacts(
  { journal }: Pick<Collections, 'journal'>,
  tenant: string,
): Promise<ProtectingFact[]> {
  // `0` follows `/`: all cases of the tenant, and no tenant whose name begins alike.
  const found = await journal
    .find({ caseId: { $gt: `${tenant}/`, $lt: `${tenant}0` }, 'fact.type': { $in: types } })
    .project<{ fact: ProtectingFact }>({ _id: 0, fact: 1 })
    .toArray();
  return found.map(({ fact }) => fact);
}
