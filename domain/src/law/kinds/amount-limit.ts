import type { Minor } from '../../money/money.js';
import type { RuleInputs } from '../../contact/gate-ask.js';
import type { AmountLimit } from '../shapes/amount-limit-shape.js';

export type LimitedComponent = NonNullable<AmountLimit['appliesTo']>[number];

/**
 * What is held against a limit. `components`: all that the rate or charge adds together. Yearly rates in ten-thousandths (bp), daily ones in
 * millionths (ppm), money in minor units. `agreed`: it stands in the contract.
 */
export type AmountAsk =
  | {
      of: 'rate';
      components: readonly LimitedComponent[];
      rateBp: number;
      contractRateBp?: number;
      lprBp?: number;
      agreed?: boolean;
    }
  | {
      of: 'charge';
      components: readonly LimitedComponent[];
      charged: Minor;
      /** What it was charged on, for so many days of a year of `yearDays`. */
      on: Minor;
      days: number;
      yearDays: 360 | 365 | 366;
      agreed?: boolean;
    }
  | {
      of: 'allocation';
      order: readonly LimitedComponent[];
      agreed?: boolean;
      disputed?: boolean;
      /** Days past due on the value date of the money; unknown: every rule is asked that may hold. */
      dpd?: number;
    }
  | { of: 'plan'; months: number };

/** Why it is not allowed. Closed. */
export type AmountUnmet =
  | 'above-limit'
  | 'below-limit'
  | 'not-agreed'
  | 'order-differs'
  | 'debt-excluded'
  | 'contract-rate-unknown'
  | 'lpr-unknown'
  | 'no-number';

/** `limit`: what the number asked about may be at most (at least, for `below-limit`), in its own unit; of an order the order. */
export type AmountFinding = { inputs: RuleInputs } & (
  | { verdict: 'allow' }
  | { verdict: 'refuse'; unmet: { because: AmountUnmet; limit?: number | readonly LimitedComponent[] }[] }
);

type Unmet = Extract<AmountFinding, { verdict: 'refuse' }>['unmet'];

const isAmount = (...numbers: number[]): boolean => numbers.every((each) => Number.isSafeInteger(each) && each >= 0);
const above = (value: number, limit: number): Unmet => (value > limit ? [{ because: 'above-limit', limit }] : []);

const rateUnmet = (rule: AmountLimit, ask: Extract<AmountAsk, { of: 'rate' }>): Unmet => {
  const { rateBp, contractRateBp, lprBp } = ask;
  const { contractRateMultiple: multiple, lprMultiplePermille, maxYearlyRateBp } = rule;
  if (!isAmount(rateBp, contractRateBp ?? 0, lprBp ?? 0)) return [{ because: 'no-number' }];
  // Rounded towards what is allowed: a whole bp above the exact bound is above it.
  const times = (bp: number, permille: number): number => Math.floor((bp * permille) / 1_000);
  const unmet: Unmet = maxYearlyRateBp === undefined ? [] : above(rateBp, maxYearlyRateBp);
  if (multiple && contractRateBp === undefined) unmet.push({ because: 'contract-rate-unknown' });
  if (multiple && contractRateBp !== undefined) {
    const least = Math.ceil((contractRateBp * multiple.minPermille) / 1_000);
    unmet.push(...above(rateBp, times(contractRateBp, multiple.maxPermille)));
    if (rateBp < least) unmet.push({ because: 'below-limit', limit: least });
  }
  if (lprMultiplePermille !== undefined && lprBp === undefined) unmet.push({ because: 'lpr-unknown' });
  if (lprMultiplePermille !== undefined && lprBp !== undefined)
    unmet.push(...above(rateBp, times(lprBp, lprMultiplePermille)));
  // A year at the daily rate: 365 days of it, in bp.
  if (rule.dailyRatePpm !== undefined) unmet.push(...above(rateBp, Math.floor((rule.dailyRatePpm * 365) / 100)));
  return unmet;
};

/** What a rate yields on a sum, cut off: products of money and rates pass 2^53. */
const yielded = (on: Minor, rate: number, days: number, scale: number): number =>
  Number((BigInt(on) * BigInt(rate) * BigInt(days)) / BigInt(scale));

const chargeUnmet = (rule: AmountLimit, ask: Extract<AmountAsk, { of: 'charge' }>): Unmet => {
  const { charged, on, days, yearDays } = ask;
  if (!isAmount(charged, on, days)) return [{ because: 'no-number' }];
  return [
    ...(rule.maxYearlyRateBp === undefined
      ? []
      : above(charged, yielded(on, rule.maxYearlyRateBp, days, 10_000 * yearDays))),
    ...(rule.dailyRatePpm === undefined ? [] : above(charged, yielded(on, rule.dailyRatePpm, days, 1_000_000))),
  ];
};

const allocationUnmet = (rule: AmountLimit, ask: Extract<AmountAsk, { of: 'allocation' }>): Unmet => {
  const { allocationOrder: lawful, override, excludedDebts } = rule;
  const unmet: Unmet =
    excludedDebts?.includes('disputed') && ask.disputed !== false ? [{ because: 'debt-excluded' }] : [];
  // 民法典 art. 561 binds where the contract is silent; a rule that yields to it says so.
  if (!lawful || (ask.agreed && override?.includes('consent'))) return unmet;
  const places = ask.order
    .map((each) => lawful.findIndex((place) => [place].flat().includes(each)))
    .filter((place) => place >= 0);
  const isKept = places.every((place, nth) => nth === 0 || place >= (places[nth - 1] ?? 0));
  return isKept ? unmet : [...unmet, { because: 'order-differs', limit: lawful.flat() }];
};

const unmetOf = (rule: AmountLimit, ask: AmountAsk): Unmet => {
  switch (ask.of) {
    case 'rate':
      return rateUnmet(rule, ask);
    case 'charge':
      return chargeUnmet(rule, ask);
    case 'allocation':
      return allocationUnmet(rule, ask);
    case 'plan':
      if (rule.planMaxMonths === undefined) return [];
      return isAmount(ask.months) ? above(ask.months, rule.planMaxMonths) : [{ because: 'no-number' }];
    default:
      return ask satisfies never;
  }
};

const isAt = ({ dpd }: AmountLimit, days: number): boolean =>
  dpd === undefined || (dpd.from <= days && days <= (dpd.to ?? days));

const speaksOf = (rule: AmountLimit, ask: AmountAsk): boolean => {
  const { appliesTo, maxYearlyRateBp, dailyRatePpm, onlyAsAgreed } = rule;
  const isMeant = (components: readonly LimitedComponent[]): boolean =>
    appliesTo === undefined || components.some((each) => appliesTo.includes(each));
  const ofMoney = maxYearlyRateBp ?? dailyRatePpm ?? onlyAsAgreed;
  switch (ask.of) {
    case 'rate':
      return (
        (ofMoney ?? rule.contractRateMultiple ?? rule.lprMultiplePermille) !== undefined && isMeant(ask.components)
      );
    case 'charge':
      return ofMoney !== undefined && isMeant(ask.components);
    case 'allocation':
      return (
        (rule.allocationOrder ?? rule.excludedDebts) !== undefined && (ask.dpd === undefined || isAt(rule, ask.dpd))
      );
    case 'plan':
      return rule.planMaxMonths !== undefined;
    default:
      return ask satisfies never;
  }
};

/**
 * Whether a rate, a charge, an order of allocation or the length of a plan keeps a limit. Undefined: the rule speaks of something else, or of
 * a time of the person (`during`) of which nobody told us.
 */
export const amountLimit = (
  rule: AmountLimit,
  ask: AmountAsk,
  during: readonly NonNullable<AmountLimit['onlyWhile']>[] = [],
): AmountFinding | undefined => {
  if (!speaksOf(rule, ask) || (rule.onlyWhile !== undefined && !during.includes(rule.onlyWhile))) return undefined;
  const inputs = {
    of: ask.of,
    ...(ask.of === 'rate' && {
      rateBp: ask.rateBp,
      contractRateBp: ask.contractRateBp ?? 'unknown',
      lprBp: ask.lprBp ?? 'unknown',
    }),
    ...(ask.of === 'charge' && { charged: ask.charged, on: ask.on, days: ask.days }),
    ...(ask.of === 'allocation' && { order: ask.order.join(' ') }),
    ...(ask.of === 'plan' && { months: ask.months }),
  };
  const unmet = unmetOf(rule, ask);
  if (rule.onlyAsAgreed && (ask.of === 'rate' || ask.of === 'charge') && !ask.agreed)
    unmet.push({ because: 'not-agreed' });
  return unmet.length === 0 ? { inputs, verdict: 'allow' } : { inputs, verdict: 'refuse', unmet };
};
