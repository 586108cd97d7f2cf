import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/instant.js';
import { addDays } from '../calendar/day-arithmetic.js';
import { responseDeadline } from '../law/kinds/response-deadline.js';
import type { Law } from '../law/law.js';
import { placesMeant } from '../law/places-meant.js';
import { rulesOf } from '../law/rules-of.js';
import type { Month } from './month.js';

/**
 * Somebody disputes what a bureau was told of them (征信异议). While it is unanswered the record carries its mark. `dueOn`: the last day on
 * which the answer is in time. `wrong`: the months found wrong, of one that is upheld. Why it was raised is told by a closed word.
 */
export type CreditDispute = {
  id: string;
  loanId: string;
  raised: CreditDisputeReason;
  openedAt: Instant;
  openedOn: Day;
  dueOn: Day;
  rules: string[];
  by: string;
  holdId: string;
  answer?: { upheld: boolean; wrong: Month[]; at: Instant; on: Day; by: string; late: boolean };
};

export const creditDisputeReasons = ['amount', 'paid-already', 'not-my-debt', 'not-told-before', 'other'] as const;
export type CreditDisputeReason = (typeof creditDisputeReasons)[number];

/** Where no law read gives days to answer: the fewest any shipped pack gives. Own rule. */
const daysWhereSilent = 20;

export type DisputeBearing = { places: readonly string[]; product: string; openedOn: Day };

/** When the answer is due: by every law that may hold the earliest (征信业管理条例 art. 25: 20 days; 15 USC 1681i: 30). */
export const creditDisputeDue = (
  law: Law,
  { places, product, openedOn }: DisputeBearing,
): { dueOn: Day; rules: string[] } => {
  const bearing = { places: placesMeant(law, places), actor: 'first-party', product, days: [openedOn] } as const;
  const found = rulesOf(law, 'response-deadline', bearing).flatMap(({ rule, jurisdiction }) => {
    // A part of a country has the holidays of the country.
    const calendar = law.calendars[jurisdiction.split('-')[0] ?? jurisdiction];
    const ask = { startedOn: openedOn, today: openedOn, extensions: [], calendar };
    const finding = responseDeadline(rule, { request: 'credit-dispute', ...ask });
    return finding ? [{ rule: rule.id, dueOn: finding.dueOn }] : [];
  });
  const dueOn = found
    .map((each) => each.dueOn)
    .concat(found.length === 0 ? [addDays(openedOn, daysWhereSilent)] : [])
    .reduce((a, b) => (a < b ? a : b));
  return { dueOn, rules: found.filter((each) => each.dueOn === dueOn).map(({ rule }) => rule) };
};
