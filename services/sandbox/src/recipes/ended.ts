import { type LoanScript, script } from '../loan-script.js';
import { asksAndSigns, paysAsAgreed } from './pay-rules.js';
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

/** Offer 70 % of all they owe, in one sum. */
const inOneSum = paysAsAgreed('taken-on', 20, { kind: 'settlement', parts: 1, firstInDays: 14, percentOff: 30 });

/** End otherwise than paid: settled for less, as agreed (6), closed as uncollectable (4), sold (2). */
export const endedLoans: readonly Recipe[] = [
  recipe('HHHHHH', 'LcLcLa', (nth) =>
    script('ended', ['settled', ...asksAndSigns, ...(nth < 4 ? (['vulnerable'] as const) : [])], {
      ...inOneSum,
      ...(nth < 4 && { personNews: { what: 'vulnerability', after: 'miss', days: 5 } }),
    }),
  ),
  recipe('ZZZZ', 'ccsa', (nth) => (nth === 3 ? stolen : closes('uncollectable', 100, ['closed-uncollectable']))),
  recipe('ZZ', 'cs', closes('sold', 60, ['sold']), { firstNth: 4 }),
];
