import { script } from '../loan-script.js';
import { recipe, type Recipe } from './recipe.js';

/** Before the law firm has them. */
const accelerated = { acceleratedAfterDays: 2 };

/** Go to the law firm: 10 loans taken on at 130 days, and all that is outstanding is due by then. One of them is given a new schedule there. */
export const suedLoans: readonly Recipe[] = [
  recipe(
    'GGGGG',
    'LcLcs',
    script('sued', ['accelerated', 'referred-to-law-firm', 'paid-at-law-firm'], {
      ...accelerated,
      alwaysReached: true,
      pays: [{ after: { on: 'referral', days: 10 }, amount: 'arrears', shows: 'paid-at-law-firm' }],
    }),
  ),
  recipe('GGGGG', 'Lcchk', (nth) =>
    script(
      'sued',
      ['accelerated', 'referred-to-law-firm', 'never-paid', ...(nth === 1 ? (['restructured'] as const) : [])],
      {
        ...accelerated,
        ...(nth === 1 && { restructuredAfterDays: 120 }),
        alwaysReached: true,
      },
    ),
  ),
];
