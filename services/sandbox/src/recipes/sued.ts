import { script } from '../loan-script.js';
import { recipe, type Recipe } from './recipe.js';

/** Go to the law firm: 10 loans taken on at 130 days. */
export const suedLoans: readonly Recipe[] = [
  recipe(
    'GGGGG',
    'LcLcs',
    script('sued', ['referred-to-law-firm', 'paid-at-law-firm'], {
      alwaysReached: true,
      pays: [{ after: { on: 'referral', days: 10 }, amount: 'arrears', shows: 'paid-at-law-firm' }],
    }),
  ),
  recipe('GGGGG', 'Lcchk', script('sued', ['referred-to-law-firm', 'never-paid'], { alwaysReached: true })),
];
