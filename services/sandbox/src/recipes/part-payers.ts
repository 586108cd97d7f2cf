import { script } from '../loan-script.js';
import { afterMiss, afterPayment } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const partOfIt = afterMiss(6, 'part-paid', { amount: { percent: 40 } });
/** In Massachusetts: disputes the rest in writing and wants to hear no more of it. */
const disputes = script('part-payer', ['part-paid', 'wrote-dispute-and-cease'], {
  pays: [partOfIt],
  personNews: { what: ['dispute', 'cease-request'], after: 'miss', days: 9 },
});

/** Pay a part: 14 loans taken on at 50 days; eight pay their oldest instalment, so that what is left is younger. */
export const partPayers: readonly Recipe[] = [
  recipe('FFFFFFFF', 'ccchsaUk', (nth) =>
    script('part-payer', ['part-paid', 'paid-oldest-instalment', ...(nth === 6 ? (['service-member'] as const) : [])], {
      pays: [
        afterMiss(9, 'part-paid', { amount: 'oldest-instalment', alsoShows: 'paid-oldest-instalment' }),
        afterPayment(8, 'paid-rest'),
      ],
      ...(nth === 6 && { personNews: { what: 'military-service', after: 'miss', days: 4 } }),
    }),
  ),
  recipe('FFFFFF', 'chsLMc', (nth) =>
    nth === 4 ? disputes : script('part-payer', ['part-paid'], { pays: [partOfIt, afterPayment(12, 'paid-rest')] }),
  ),
];
