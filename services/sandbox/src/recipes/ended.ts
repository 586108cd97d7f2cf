import { script } from '../loan-script.js';
import { afterMiss } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const closes = (reason: 'uncollectable' | 'sold', afterDays: number, shows: 'closed-uncollectable' | 'sold') =>
  script('ended', [shows], { closes: { reason, afterDays } });

/** End by a decision of servicing: settled for less (6), closed as uncollectable (4), sold (2). */
export const endedLoans: readonly Recipe[] = [
  recipe(
    'HHHHHH',
    'LcLcLa',
    script('ended', ['settled'], {
      pays: [afterMiss(40, 'part-paid', { amount: { percent: 60 } })],
      closes: { reason: 'settled', afterDays: 41 },
    }),
  ),
  recipe('ZZZZ', 'ccsa', closes('uncollectable', 100, 'closed-uncollectable')),
  recipe('ZZ', 'cs', closes('sold', 60, 'sold'), { firstNth: 4 }),
];
