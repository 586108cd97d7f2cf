import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { legalClock } from '../law/kinds/legal-clock.js';
import { retention } from '../law/kinds/retention.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { rulesOf } from '../law/rules-of.js';
import { endOfConduct, firstDelinquentOn, stateOn, type CreditLoan } from './credit-state.js';
import { monthEnd, type Month } from './month.js';

/** Days from the first delinquency to where the seven years begin (15 USC 1681c(c)(1)). */
const daysToChargeOff = 180;

/**
 * Whether what was bad at the end of a month may be told on `today`: by every law that may hold, the earliest end. In China five years from
 * the end of the conduct (CN-CR-2), in the United States seven from 180 days after the first delinquency (US-FCRA-1). What lasts is told; where
 * no law read sets an end none is.
 */
export const mayStillBeTold = (
  loan: CreditLoan,
  month: Month,
  { law, places, today }: { law: Law; places: readonly string[]; today: Day },
): boolean => {
  const bearing = {
    places: placesMeant(law, places),
    actor: 'first-party',
    product: loan.terms.product,
    days: [today],
  } as const;
  const ended = endOfConduct(loan, month);
  const events = ended === undefined ? {} : { 'end-of-conduct': ended };
  const gone = rulesOf(law, 'retention', bearing).some(({ rule }) => {
    const found = retention(rule, { record: 'bad-credit-information', events });
    return found?.endFrom !== undefined && found.endFrom <= today;
  });
  if (gone) return false;
  const { oldestUnpaidDueOn } = stateOn(loan, monthEnd(month));
  const first = oldestUnpaidDueOn === undefined ? undefined : firstDelinquentOn(loan, monthEnd(month));
  if (first === undefined) return true;
  return !rulesOf(law, 'legal-clock', bearing).some(
    ({ rule }) =>
      rule.clock === 'credit-report-item' &&
      legalClock(rule, { startedOn: addDays(first, daysToChargeOff), today, events: [] }).barred.includes(
        'deletes-record',
      ),
  );
};
