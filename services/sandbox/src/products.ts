import { cardAllocation, type Allocation } from './allocation.js';
import type { ProductKey } from './recipes/recipe.js';
import type { CountryCode } from './person.js';

/** A product as a contract has it. `principal`: from, to, in whole units of its currency. */
export type Product = {
  name: string;
  country: CountryCode;
  jurisdiction: string;
  currency: 'CNY' | 'USD' | 'GBP';
  principal: readonly [from: number, to: number];
  yearlyRateBp: number;
  months: number;
  graceDays: number;
  /** Minor units. */
  tolerance: number;
  /** Liquidated damages of each missed instalment, basis points of it. */
  damagesBp: number;
  /** Penalty interest, thousandths of the contract's rate; and the most that all costs may come to in a year, basis points. */
  penaltyPermille?: number;
  allInCapBp?: number;
  allocation?: Allocation;
};

const cash: Product = {
  name: 'cash-loan',
  country: 'CN',
  jurisdiction: 'CN',
  currency: 'CNY',
  principal: [3_000, 50_000],
  yearlyRateBp: 1_560,
  months: 12,
  graceDays: 3,
  tolerance: 0,
  damagesBp: 0,
};
const merchant: Product = {
  ...cash,
  name: 'merchant-instalment',
  principal: [1_200, 15_000],
  yearlyRateBp: 0,
  graceDays: 1,
  damagesBp: 100,
};
const us: Product = {
  ...cash,
  name: 'personal-loan',
  country: 'US',
  jurisdiction: 'US-OH',
  currency: 'USD',
  principal: [800, 15_000],
};

/** The products of the portfolio, each by its letter in the recipes. */
export const products: Record<ProductKey, Product> = {
  c: { ...cash, penaltyPermille: 1_500 },
  h: { ...cash, yearlyRateBp: 2_340, penaltyPermille: 1_500, allInCapBp: 2_400 },
  s: merchant,
  t: { ...merchant, name: 'training-instalment', principal: [6_000, 15_000] },
  k: { ...cash, name: 'card-instalment', principal: [2_000, 30_000], tolerance: 1_000, allocation: cardAllocation },
  L: { ...cash, name: 'large-unsecured', principal: [80_000, 200_000], months: 36 },
  a: { ...cash, name: 'assisted-loan', principal: [5_000, 60_000] },
  U: us,
  M: { ...us, jurisdiction: 'US-MA' },
  B: { ...us, country: 'GB', jurisdiction: 'GB', currency: 'GBP', principal: [500, 8_000] },
};
