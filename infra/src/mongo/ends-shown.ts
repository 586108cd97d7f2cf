import type { CaseFact } from '@recourse/domain/case/case-facts';
import type { Collections } from './collections.js';

type EndFact = Extract<CaseFact, { type: 'written-off' | 'step-done' | 'limitation-interrupted' | 'limitation-noted' }>;

/** What became of claims that nobody paid, in cases. */
export type EndsShown = {
  writtenOff: number;
  offeredForSale: number;
  /** A demand that somebody proved by a document let the limitation begin anew. */
  demandProved: number;
  debited: number;
  expired: number;
};

export async function endsShown({ journal }: Pick<Collections, 'journal'>, tenant: string): Promise<EndsShown> {
  // `0` follows `/`: all cases of the tenant, and no tenant whose name begins alike.
  const caseId = { $gt: `${tenant}/`, $lt: `${tenant}0` };
  const found = await journal
    .find({
      caseId,
      $or: [
        { 'fact.type': { $in: ['written-off', 'limitation-interrupted'] } },
        { 'fact.type': 'limitation-noted', 'fact.state': 'expired' },
        { 'fact.type': 'step-done', 'fact.step': 'offer-for-sale' },
      ],
    })
    .project<{ caseId: string; fact: EndFact }>({ _id: 0, caseId: 1, fact: 1 })
    .toArray();
  const casesOf = (is: (fact: EndFact) => boolean): number =>
    new Set(found.flatMap((entry) => (is(entry.fact) ? entry.caseId : []))).size;
  return {
    writtenOff: casesOf(({ type }) => type === 'written-off'),
    offeredForSale: casesOf(({ type }) => type === 'step-done'),
    demandProved: casesOf(
      (fact) => fact.type === 'limitation-interrupted' && fact.ground === 'demand' && fact.by.what === 'document',
    ),
    debited: casesOf((fact) => fact.type === 'limitation-interrupted' && fact.ground === 'auto-debit'),
    expired: casesOf(({ type }) => type === 'limitation-noted'),
  };
}
