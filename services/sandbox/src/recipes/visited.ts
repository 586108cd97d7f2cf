import { type LoanScript, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const pays = (more: LoanScript['shows'], calls: LoanScript['calls'] = [], differs: Partial<LoanScript> = {}) =>
  script('visited', ['paid-at-visit', ...more], { calls, visits: say('pays-now', 'pays-now'), ...differs });
/** Has paid when the crew rings. */
const beforeTheCrew = { paysAtVisit: 1, visits: say('already-paid') };

/** Until both searches are over: somebody else who answers is no proof that the borrower cannot be reached. */
const silence = say('no-answer', 'busy', 'no-answer', 'no-answer', 'busy');

const notByMachine: Partial<LoanScript> = { bots: say('no-answer') };
/** Answers nobody until the contact has passed it on, and then one call. */
const sought: Partial<LoanScript> = { ...notByMachine, contact: 'passes-on' };
const inVain: Partial<LoanScript> = { ...notByMachine, search: 'in-vain' };
const refusing: Partial<LoanScript> = { ...inVain, contact: 'refuses' };
const among: Partial<LoanScript> = { ...inVain, contact: 'borrower-too' };

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
    pays(['wrong-number', 'contact-refused', 'never-found'], [...silence, ...say('wrong-number')], refusing),
    { atLeast: 15 },
  ),
  recipe(
    'dd',
    'cc',
    pays(
      ['third-party-refused', 'contact-also-borrower', 'never-found'],
      [...silence, ...say('third-party-refuses')],
      among,
    ),
    { atLeast: 15 },
  ),
  recipe(
    'j',
    'h',
    pays(
      ['third-party-refused', 'paid-before-crew', 'contact-refused', 'never-found'],
      [...silence, ...say('third-party-refuses')],
      { ...beforeTheCrew, ...refusing },
    ),
    { atLeast: 15 },
  ),
];
