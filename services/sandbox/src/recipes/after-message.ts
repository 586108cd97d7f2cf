import { type LoanScript, script } from '../loan-script.js';
import { afterMessage, afterMiss } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const shows = 'paid-after-message' as const;
const payer = (more: LoanScript['shows'], differs: Partial<LoanScript> = {}) =>
  script('after-message', [shows, ...more], { pays: [afterMessage(1)], ...differs });

/** Has no telephone but the one at work, and does not want to be reached there. */
const notAtWork: Partial<LoanScript> = { known: 'not-at-work', alwaysReached: true };
/** The same, who says so in answer to the first text there. */
const saysNotAtWork: Partial<LoanScript> = { known: 'telephone-at-work', tells: 'not-at-work', alwaysReached: true };
/** The bank has an address in another zone. */
const elsewhere: readonly Partial<LoanScript>[] = [
  { known: 'also-in-london' },
  { known: 'also-in-london' },
  { known: 'also-in-new-york' },
];

/** A week into the second arrears the law of the place comes between; nothing is paid after that. */
const inThePlaceOf = (what: NonNullable<LoanScript['personNews']>['what']): Partial<LoanScript> => ({
  personNews: { what, after: 'miss', days: 38 },
});
const secondTime: readonly { shows: LoanScript['shows']; differs: Partial<LoanScript> }[] = [
  { shows: ['bankrupt-in-us'], differs: inThePlaceOf('person-insolvent') },
  { shows: ['wrote-dispute-and-cease'], differs: inThePlaceOf(['dispute', 'cease-request']) },
  { shows: ['breathing-space'], differs: inThePlaceOf('breathing-space') },
];

/** Pay after a message: 42 loans, ten in the very second it is sent. */
export const afterMessages: readonly Recipe[] = [
  recipe('dddddjjjff', 'cchscscksc', (nth) => payer(['paid-at-send'], { pays: [], paysAtSend: 1, ...elsewhere[nth] })),
  recipe('ddjjm', 'UUMBB', (nth) =>
    payer([], {
      pays: [afterMessage(nth % 2 === 0 ? 1 : 2, 1)],
      ...(nth === 3 && saysNotAtWork),
      ...(nth === 4 && notAtWork),
    }),
  ),
  recipe('ddjfm', 'UMBUc', (nth) => payer(['event-twice'], { paymentsTwice: true, ...(nth === 2 && notAtWork) })),
  recipe('ddddjj', 'UMBBcs', (nth) =>
    payer(['missed-again', ...(secondTime[nth]?.shows ?? [])], {
      misses: [0, 1],
      pays: [afterMessage(1), ...(secondTime[nth] ? [] : [afterMiss(9, 'missed-again')])],
      ...secondTime[nth]?.differs,
    }),
  ),
  // The last two pay after the calls have begun, for a day on which they had not.
  recipe('dddjjf', 'chcscc', (nth) =>
    payer(['payment-back-dated'], {
      pays: [
        nth < 4
          ? afterMessage(1, 1, { backDatedDays: 3, alsoShows: 'payment-back-dated' })
          : afterMessage(1, 8, { backDatedDays: 8, alsoShows: 'payment-back-dated' }),
      ],
    }),
  ),
  recipe(
    'dddjjf',
    'ccshcc',
    payer(['event-reordered'], {
      missToldLate: 1,
      misses: [0, 1],
      pays: [afterMessage(1), afterMiss(0, 'missed-again')],
    }),
  ),
  recipe('djfm', 'UMBc', (nth) =>
    payer(['event-late'], { pays: [afterMessage(1, 0, { toldLaterDays: 2 })], ...(nth === 2 && notAtWork) }),
  ),
];
