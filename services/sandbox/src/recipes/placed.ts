import { type LoanScript, script } from '../loan-script.js';
import { say } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const placed = (more: LoanScript['shows'], differs: Partial<LoanScript> = {}) =>
  script('placed', ['placed-with-agency', ...more], { alwaysReached: true, ...differs });
const paysAfter = (days: number): Partial<LoanScript> => ({
  pays: [{ after: { on: 'placement', days }, amount: 'arrears', shows: 'paid-at-agency' }],
});

/** Go to an agency: 16 loans, 14 of them taken on at 80 days. */
export const placedLoans: readonly Recipe[] = [
  recipe('PPPPPP', 'cLcksc', (nth) =>
    placed(['returned-by-agency'], { agencyReturnsAfterDays: 20, ...(nth === 0 && { agencyDialsUnasked: 2 }) }),
  ),
  recipe('PPP', 'UBL', placed(['paid-at-agency'], paysAfter(12))),
  // Who is not dialled in a dozen days, for the law says no, pays all the same.
  recipe('PP', 'UL', placed(['paid-while-agency-dials'], { ...paysAfter(12), paysAtAgencyDial: 1 })),
  recipe('P', 'c', placed(['recall-not-acknowledged'], { ...paysAfter(9), recallUnacknowledged: true })),
  recipe('P', 'c', placed(['died'], { personNews: { what: 'person-died', after: 'placement', days: 10 } })),
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
