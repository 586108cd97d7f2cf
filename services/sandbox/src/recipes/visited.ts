import { type LoanScript, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const pays = (more: LoanScript['shows'], calls: LoanScript['calls'] = [], differs: Partial<LoanScript> = {}) =>
  script('visited', ['paid-at-visit', ...more], { calls, visits: say('pays-now', 'pays-now'), ...differs });
/** Has paid when the crew rings. */
const beforeTheCrew = { paysAtVisit: 1, visits: say('already-paid') };

const notByMachine: Partial<LoanScript> = { bots: say('no-answer') };
/** Answers nobody until the contact has passed it on, and then one call. */
const sought: Partial<LoanScript> = { ...notByMachine, contact: 'passes-on' };
const refusing: Partial<LoanScript> = { ...notByMachine, contact: 'refuses' };
const among: Partial<LoanScript> = { ...notByMachine, contact: 'borrower-too' };

/** Pay when a crew stands at the door: 8 loans, whose telephones are of no use. */
export const visited: readonly Recipe[] = [
  recipe(
    'd',
    'c',
    pays(['paid-before-crew', 'found-by-contact'], say('hung-up-after'), { ...beforeTheCrew, ...sought }),
    {
      atLeast: 15,
    },
  ),
  recipe(
    'dddj',
    'ccch',
    pays(['wrong-number', 'contact-refused'], say('no-answer', 'no-answer', 'wrong-number'), refusing),
    { atLeast: 15 },
  ),
  recipe(
    'dd',
    'cc',
    pays(['third-party-refused', 'contact-also-borrower'], say('no-answer', 'busy', 'third-party-refuses'), among),
    { atLeast: 15 },
  ),
  recipe(
    'j',
    'h',
    pays(
      ['third-party-refused', 'paid-before-crew', 'contact-refused'],
      say('no-answer', 'no-answer', 'third-party-refuses'),
      { ...beforeTheCrew, ...refusing },
    ),
    { atLeast: 15 },
  ),
];
