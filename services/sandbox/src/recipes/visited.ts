import { type LoanScript, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const pays = (more: LoanScript['shows'], calls: LoanScript['calls'] = [], differs: Partial<LoanScript> = {}) =>
  script('visited', ['paid-at-visit', ...more], { calls, visits: say('pays-now', 'pays-now'), ...differs });
/** Has paid when the crew rings. */
const beforeTheCrew = { paysAtVisit: 1, visits: say('already-paid') };

/** Pay when a crew stands at the door: 8 loans, whose telephones are of no use. */
export const visited: readonly Recipe[] = [
  recipe('d', 'c', pays(['paid-before-crew'], [], beforeTheCrew), { atLeast: 15 }),
  recipe('dddj', 'ccch', pays(['wrong-number'], say('no-answer', 'no-answer', 'wrong-number')), { atLeast: 15 }),
  recipe('dd', 'cc', pays(['third-party-refused'], say('no-answer', 'busy', 'third-party-refuses')), { atLeast: 15 }),
  recipe(
    'j',
    'h',
    pays(
      ['third-party-refused', 'paid-before-crew'],
      say('no-answer', 'no-answer', 'third-party-refuses'),
      beforeTheCrew,
    ),
    { atLeast: 15 },
  ),
];
