import type { Day } from '../calendar/day.js';
import type { AllocationRules } from '../money/allocation-order.js';
import type { ByLaw } from '../money/by-law.js';
import type { Component } from '../money/components.js';
import type { Minor } from '../money/money.js';
import type { LateChargeTerms } from '../money/penalty/late-charge-terms.js';
import type { LoanCosts } from '../money/penalty/loan-costs.js';

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
  /** The day the contract was signed: no money is of an earlier one. */
  startOn?: Day;
  /** What lateness costs; absent: nothing but what servicing bills. Needs `startOn`. */
  lateCharge?: LateChargeTerms;
  /** How money is allocated; absent: as where a contract is silent. */
  allocation?: AllocationRules | readonly Component[];
  /** By the plan of the contract, for caps by yearly cost: principal outstanding from each day on, and the costs charged. */
  costs?: LoanCosts;
  /** What the law makes of all this; not servicing's to tell. Absent: it leaves it as it is. */
  byLaw?: ByLaw;
};

/** The one who is collected from. */
export const borrowerOf = ({ debtors }: Terms): string | undefined =>
  debtors.find(({ role }) => role === 'borrower')?.personId;
