import { type LoanScript, script } from '../loan-script.js';
import { asksAndSigns, paysAsAgreed } from './pay-rules.js';
import { recipe, type Recipe } from './recipe.js';

const closes = (
  reason: 'uncollectable' | 'sold',
  afterDays: number,
  shows: LoanScript['shows'],
  differs: Partial<LoanScript> = {},
) => script('ended', shows, { closes: { reason, afterDays }, ...differs });
const writtenOff = (shows: LoanScript['shows'], differs: Partial<LoanScript>) =>
  closes('uncollectable', 140, ['closed-uncollectable', ...shows], differs);

/** The letters arrive, the law firm finds nothing to enforce into, and the ladder has ended. */
const suedInVain: Partial<LoanScript> = { alwaysReached: true, lawFirmReturnsAfterDays: 65 };
/** One instalment, due three years ago to the day: over in law before anybody could ask for it. */
const overTonight = writtenOff([], { instalmentsLeft: 1 });
/** Weeks before its end the account is debited, and the three years begin anew. */
const debited = writtenOff(['debited-in-part'], { instalmentsLeft: 1, debitTakes: 30, ...suedInVain });
/** Somebody else borrowed in this name: nothing can be collected. */
const stolen = writtenOff(['identity-stolen'], { personNews: { what: 'identity-theft', after: 'miss', days: 6 } });

/** Offered for sale when their ladder has ended. Weeks before the end of the first a demand is to be proved. */
const sold = (nth: number): LoanScript =>
  closes('sold', 120, ['sold'], { ...suedInVain, ...(nth === 0 && { instalmentsLeft: 3 }) });

/** Offer 70 % of all they owe, in one sum. */
const inOneSum = paysAsAgreed('taken-on', 20, { kind: 'settlement', parts: 1, firstInDays: 14, percentOff: 30 });

/** End otherwise than paid: settled for less, as agreed (6), written off and closed as uncollectable (4), sold (2). */
export const endedLoans: readonly Recipe[] = [
  recipe('HHHHHH', 'LcLcLa', (nth) =>
    script('ended', ['settled', ...asksAndSigns, ...(nth < 4 ? (['vulnerable'] as const) : [])], {
      ...inOneSum,
      ...(nth < 4 && { personNews: { what: 'vulnerability', after: 'miss', days: 5 } }),
    }),
  ),
  recipe('ZZZZ', 'ccsa', (nth) => [overTonight, overTonight, debited][nth] ?? stolen),
  recipe('ZZ', 'cs', sold, { firstNth: 4, atLeast: [30, 8] }),
];
