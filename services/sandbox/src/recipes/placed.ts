import { type LoanScript, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const placed = (more: LoanScript['shows'], differs: Partial<LoanScript> = {}) =>
  script('placed', ['placed-with-agency', ...more], { alwaysReached: true, ...differs });
/** Of an assisted loan: the guarantee company has just paid the lender off. */
const compensated: typeof placed = (more, differs) =>
  placed(['compensated', ...more], { compensated: true, ...differs });
const assisted = [0, 2, 5];
const paysAfter = (days: number): Partial<LoanScript> => ({
  pays: [{ after: { on: 'placement', days }, amount: 'arrears', shows: 'paid-at-agency' }],
});

/** Go to an agency: 16 loans, 14 of them taken on at 80 days. */
export const placedLoans: readonly Recipe[] = [
  recipe('PPPPPP', 'aLaksa', (nth) =>
    (assisted.includes(nth) ? compensated : placed)(['returned-by-agency'], {
      agencyReturnsAfterDays: 20,
      ...(nth === 0 && { agencyDialsUnasked: 2 }),
    }),
  ),
  recipe('PPP', 'UBa', (nth) => (nth === 2 ? compensated : placed)(['paid-at-agency'], paysAfter(12))),
  // Who is not dialled in a dozen days, for the law says no, pays all the same.
  recipe('PP', 'UL', placed(['paid-while-agency-dials'], { ...paysAfter(12), paysAtAgencyDial: 1 })),
  recipe('P', 'a', compensated(['recall-not-acknowledged'], { ...paysAfter(9), recallUnacknowledged: true })),
  recipe('P', 'a', compensated(['died'], { personNews: { what: 'person-died', after: 'placement', days: 24 } })),
  recipe('P', 'L', placed(['never-paid'])),
  recipe(
    'dd',
    'kh',
    placed(['entry-refused', 'found-by-contact'], {
      ...paysAfter(20),
      calls: say('hung-up-after'),
      bots: say('no-answer'),
      visits: say('refuses', 'refuses'),
      contact: 'passes-on',
    }),
    {
      atLeast: 15,
    },
  ),
];
