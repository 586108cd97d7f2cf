import type { Minor } from '../money/money.js';

/** A loan's contract terms as servicing publishes them; `tolerance` in minor units, `graceDays` calendar days. */
export type Terms = {
  version: number;
  product: string;
  currency: string;
  /** IANA zone in which the loan's days are counted. */
  zone: string;
  jurisdiction: string;
  graceDays: number;
  tolerance: Minor;
  debtors: { personId: string; role: 'borrower' | 'co-borrower' | 'guarantor' }[];
};

/** The one who is collected from. */
export const borrowerOf = ({ debtors }: Terms): string | undefined =>
  debtors.find(({ role }) => role === 'borrower')?.personId;
