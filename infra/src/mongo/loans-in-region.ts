import { tenantKey } from '@recourse/domain/case/case-id';
import type { Terms } from '@recourse/domain/case/terms';
import type { Collections } from './collections.js';

export type LoanToHold = { loanId: string; terms: Terms; caseId: string };

/** `CN-GD` is the place itself and every part of it. */
const within = (place: string): RegExp => new RegExp(`^${place}(-|$)`);

/**
 * Loans with an open case among those named, and those of `place`: by their terms, or because a debtor of theirs is told to be there.
 * `without`: named, and without an open case or not known. By id.
 */
export async function loansInRegion(
  { loans, persons }: Pick<Collections, 'loans' | 'persons'>,
  tenant: string,
  { named, place }: { named: readonly string[]; place?: string },
): Promise<{ found: LoanToHold[]; without: string[] }> {
  const there =
    place === undefined
      ? []
      : await persons
          .find({ tenant, 'standing.places': within(place) })
          .project<{ loans: string[] }>({ _id: 0, loans: 1 })
          .toArray();
  const ids = [...new Set([...named, ...there.flatMap((person) => person.loans)])];
  const which = [
    ...(ids.length > 0 ? [{ _id: { $in: ids.map((loanId) => tenantKey(tenant, loanId)) } }] : []),
    ...(place === undefined ? [] : [{ tenant, 'terms.jurisdiction': within(place) }]),
  ];
  if (which.length === 0) return { found: [], without: [] };
  const records = await loans
    .find({ $or: which }, { projection: { loanId: 1, terms: 1, openCase: 1 } })
    .sort({ _id: 1 })
    .toArray();
  const found = records.flatMap(({ loanId, terms, openCase }) =>
    terms !== undefined && openCase !== undefined ? [{ loanId, terms, caseId: openCase }] : [],
  );
  const open = new Set(found.map(({ loanId }) => loanId));
  return { found, without: named.filter((loanId) => !open.has(loanId)) };
}
