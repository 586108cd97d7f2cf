import { addDays } from '../calendar/day-arithmetic.js';
import type { Day } from '../calendar/day.js';
import { amountLimit } from '../law/kinds/amount-limit.js';
import type { Law } from '../law/law.js';
import { placesWithoutLaw, rulesOf, type RuleBearing } from '../law/rules-of.js';
import { contractOrder, sumOf } from '../money/components.js';
import type { Components, Minor } from '../money/money.js';
import { isAtLeast, authorityNeeded } from './authority-needed.js';
import type { ArrangementAsked, ArrangementOver, ArrangementTerms } from './arrangement.js';
import type { Authority } from './arrangement-kind.js';
import type { ArrangementPractice, KindPractice } from './arrangement-practice.js';
import type { RefusedArrangement } from './arrangement-refusal.js';
import { scheduleOf, type ScheduledInstalment } from './arrangement-schedule.js';
import { giveUp } from './give-up.js';
import type { OwedToArrange } from './owed-for-arrangement.js';
import { layOut } from './lay-out.js';

/** What a proposal is held against: the loan as it stands `today` (its own zone), and who proposes. */
export type ArrangementStanding = {
  today: Day;
  currency: string;
  bucket: string;
  owed: Record<ArrangementOver, OwedToArrange>;
  /** What servicing has ever billed of what lateness costs, by component. */
  lateBilled: Components;
  authority: Authority;
  law: Law;
  bearing: RuleBearing;
};

/** `needs`: a second person of that authority must approve it; absent: who proposes may agree alone. */
export type ArrangementPreview = {
  terms: ArrangementTerms;
  schedule: ScheduledInstalment[];
  total: Minor;
  needs?: Authority;
};

const isAmount = (value: number | undefined): boolean =>
  value === undefined || (Number.isSafeInteger(value) && value >= 1);

/** The limits of law on how long a plan may be; where there is no law, nothing is agreed. */
const lawful = (months: number, { law, bearing }: ArrangementStanding): RefusedArrangement[] => {
  if (placesWithoutLaw(law, bearing.places).length > 0) return [{ because: 'law-unknown' }];
  return rulesOf(law, 'amount-limit', bearing).flatMap(({ rule }) => {
    const found = amountLimit(rule, { of: 'plan', months });
    return found?.verdict === 'refuse'
      ? [{ because: 'longer-than-law-allows' as const, limit: rule.planMaxMonths ?? 0, rule: rule.id }]
      : [];
  });
};

const days = (
  { firstOn }: ArrangementAsked,
  { today }: ArrangementStanding,
  practice: KindPractice,
): RefusedArrangement[] => {
  const last = addDays(today, practice.firstWithinDays);
  if (firstOn < today) return [{ because: 'first-day-in-the-past', limit: today }];
  return firstOn > last ? [{ because: 'first-day-too-late', limit: last }] : [];
};

const amounts = (
  { schedule, total }: Pick<ArrangementPreview, 'schedule' | 'total'>,
  smallest: Minor,
  practice: KindPractice,
): RefusedArrangement[] => {
  const refused: RefusedArrangement[] = [];
  // The last is what is left; one alone is all there is.
  const smaller = schedule.slice(0, -1).some(({ amount }) => amount < smallest) || (schedule.at(-1)?.amount ?? 0) < 1;
  if (smaller) refused.push({ because: 'instalment-too-small', limit: smallest });
  const least = Number((BigInt(total) * BigInt(practice.firstPaymentPercentAtLeast) + 99n) / 100n);
  if ((schedule[0]?.amount ?? 0) < least) refused.push({ because: 'first-payment-too-small', limit: least });
  return refused;
};

/** Of what is given up, what nobody has billed comes first: the rest servicing waives. */
const settling = (discount: Components, late: Components, billed: Components): Pick<ArrangementTerms, 'settles'> => {
  const settles: Components = {};
  for (const component of contractOrder) {
    const given = Math.min(discount[component] ?? 0, late[component] ?? 0);
    if (given > 0) settles[component] = (billed[component] ?? 0) + given;
  }
  return sumOf(settles) > 0 ? { settles } : {};
};

/**
 * What would be agreed, or every reason why not. The discount comes off the charges that may be given up, in the practice's order; the rest
 * is laid out over months. Pure: the same question has the same answer.
 */
export const previewArrangement = (
  asked: ArrangementAsked,
  standing: ArrangementStanding,
  { kinds }: ArrangementPractice,
): { preview: ArrangementPreview } | { refused: RefusedArrangement[] } => {
  const { currency, bucket } = standing;
  const practice = kinds[asked.kind];
  if (!practice) return { refused: [{ because: 'not-offered-here' }] };
  if (!practice.over.includes(asked.over)) return { refused: [{ because: 'not-over-this' }] };
  const smallest = practice.smallestInstalment[currency];
  if (smallest === undefined) return { refused: [{ because: 'currency-without-limits' }] };
  const discounted = asked.discount ?? 0;
  if (![asked.instalments, asked.amount, asked.firstPayment].every(isAmount) || !isAmount(discounted || undefined))
    return { refused: [{ because: 'not-an-amount' }] };
  const { owed, late } = standing.owed[asked.over];
  const owedInAll = sumOf(owed);
  if (owedInAll < 1) return { refused: [{ because: 'nothing-owed' }] };
  if (asked.kind === 'settlement' && discounted === 0) return { refused: [{ because: 'nothing-given-up' }] };
  const { discount, short } = giveUp(discounted, owed, practice.gives);
  if (short > 0) return { refused: [{ because: 'discount-not-of-these-charges', limit: discounted - short }] };
  const total = owedInAll - discounted;
  if (total < 1) return { refused: [{ because: 'nothing-owed' }] };
  const laid = layOut(total, asked, practice);
  if ('refused' in laid) return { refused: [laid.refused, ...days(asked, standing, practice)] };
  const { accrues, graceDays, postingDays, cureDays, tolerancePercent } = practice;
  const { layout } = laid;
  const terms: ArrangementTerms = {
    kind: asked.kind,
    over: asked.over,
    currency,
    owed,
    discount,
    ...(sumOf(late) > 0 && { late }),
    ...settling(discount, late, standing.lateBilled),
    layout,
    accrues,
    graceDays,
    postingDays,
    cureDays,
    tolerance: Number((BigInt(layout.first) * BigInt(tolerancePercent)) / 100n),
  };
  const schedule = scheduleOf(terms);
  const needed = authorityNeeded(practice, { currency, bucket, total: owedInAll, discount: discounted });
  const refused = [
    ...days(asked, standing, practice),
    ...amounts({ schedule, total }, smallest, practice),
    ...lawful(layout.instalments, standing),
    ...(needed === undefined ? [{ because: 'above-every-authority' as const }] : []),
  ];
  if (refused.length > 0) return { refused };
  const alone = [standing.authority, practice.alone].every((role) => role && needed && isAtLeast(role, needed));
  return { preview: { terms, schedule, total, ...(!alone && needed && { needs: needed }) } };
};
