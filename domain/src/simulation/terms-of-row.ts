import type { Terms } from '../case/terms.js';
import type { Law } from '../law/law.js';
import { termsByLaw } from '../law/terms-by-law.js';
import type { ByLaw } from '../money/by-law.js';
import type { PortfolioRow } from './portfolio-row.js';

/** By law, place, product and day: rows agree on nothing else that the law speaks of. A portfolio has a few of them, and many loans. */
const asked = new WeakMap<Law, Map<string, ByLaw | undefined>>();

const byLawOf = (law: Law, row: PortfolioRow): ByLaw | undefined => {
  const { jurisdiction, product, asOf } = row;
  const key = `${jurisdiction}|${product}|${asOf}`;
  const ofLaw = asked.get(law) ?? new Map<string, ByLaw | undefined>();
  asked.set(law, ofLaw);
  if (!ofLaw.has(key)) ofLaw.set(key, termsByLaw(law, { jurisdiction, product }, asOf));
  return ofLaw.get(key);
};

/** The terms of a loan and, as where ingest takes them, what the law makes of them: that of the day on which the books stand. */
export const termsOfRow = (law: Law, row: PortfolioRow, personId: string): Terms => {
  const { product, currency, zone, jurisdiction, graceDays, tolerance } = row;
  const byLaw = byLawOf(law, row);
  return {
    version: 1,
    product,
    currency,
    zone,
    jurisdiction,
    graceDays,
    tolerance,
    debtors: [{ personId, role: 'borrower' }],
    ...(byLaw && { byLaw }),
  };
};
