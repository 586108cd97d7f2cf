import { script } from '../loan-script.js';
import { afterMiss, afterPayment } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

/** Pay a part: 14 loans taken on at 50 days; eight pay their oldest instalment, so that what is left is younger. */
export const partPayers: readonly Recipe[] = [
  recipe(
    'FFFFFFFF',
    'ccchsaUk',
    script('part-payer', ['part-paid', 'paid-oldest-instalment'], {
      pays: [
        afterMiss(9, 'part-paid', { amount: 'oldest-instalment', alsoShows: 'paid-oldest-instalment' }),
        afterPayment(8, 'paid-rest'),
      ],
    }),
  ),
  recipe(
    'FFFFFF',
    'chsLMc',
    script('part-payer', ['part-paid'], {
      pays: [afterMiss(6, 'part-paid', { amount: { percent: 40 } }), afterPayment(12, 'paid-rest')],
    }),
  ),
];
