import { type LoanScript, script } from '../loan-script.js';
import { afterMiss } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const closes = (
  reason: 'uncollectable' | 'sold',
  afterDays: number,
  shows: LoanScript['shows'],
  differs: Partial<LoanScript> = {},
) => script('ended', shows, { closes: { reason, afterDays }, ...differs });
/** Somebody else borrowed in this name: nothing can be collected. */
const stolen = closes('uncollectable', 100, ['closed-uncollectable', 'identity-stolen'], {
  personNews: { what: 'identity-theft', after: 'miss', days: 6 },
});

/** End by a decision of servicing: settled for less (6), closed as uncollectable (4), sold (2). */
export const endedLoans: readonly Recipe[] = [
  recipe('HHHHHH', 'LcLcLa', (nth) =>
    script('ended', ['settled', ...(nth < 4 ? (['vulnerable'] as const) : [])], {
      pays: [afterMiss(40, 'part-paid', { amount: { percent: 60 } })],
      closes: { reason: 'settled', afterDays: 41 },
      ...(nth < 4 && { personNews: { what: 'vulnerability', after: 'miss', days: 5 } }),
    }),
  ),
  recipe('ZZZZ', 'ccsa', (nth) => (nth === 3 ? stolen : closes('uncollectable', 100, ['closed-uncollectable']))),
  recipe('ZZ', 'cs', closes('sold', 60, ['sold']), { firstNth: 4 }),
];
