import type { Cap, LateCharge, Rate } from '../late/late-charge.js';
import type { LaidOrder } from '../laid-order.js';
import { orderByLaw, type OrderRule } from './order-by-law.js';

/** A rule on money of a pack: an order of components for so many days past due, or a limit on what may be charged. */
export type MoneyRule = OrderRule & {
  id: string;
  jurisdiction: string;
  actor: string[];
  effectiveFrom: string;
  effectiveTo?: string | undefined;
  appliesTo?: string[] | undefined;
  maxYearlyRateBp?: number | undefined;
  lprMultiplePermille?: number | undefined;
  contractRateMultiple?: { minPermille: number; maxPermille: number } | undefined;
  onlyWhile?: string | undefined;
};

/**
 * `order`: by which money is laid out; absent: one that nobody here walks. `leftOut`: components that cannot lawfully be charged as agreed, or of
 * which nobody can say how much; of judgment interest it never speaks, which is the law's own.
 */
export type MoneyByLaw = { order?: LaidOrder; caps: Cap[]; leftOut: string[] };

type Agreed = {
  startOn: string;
  allocation: unknown;
  lateCharge?: Record<string, unknown>;
  costs: { principal: { from: string }[] };
};

const charged = ['penalty', 'compound', 'damages'];
const covers = ({ appliesTo }: MoneyRule): string[] => {
  const all = ['costs', 'fees', 'interest', 'principal', ...charged];
  const reached = appliesTo?.some((each) => each === 'penalty' || each === 'interest') ? ['compound'] : [];
  return appliesTo ? [...appliesTo, ...reached] : all;
};

/** Whether a rate of penalty interest is more than a rule lets be agreed, exactly, or cannot be told. Less is nobody's harm. */
const isBeyond = (rule: MoneyRule, { contractRatePpm, penalty }: LateCharge): boolean => {
  const { contractRateMultiple: multiple } = rule;
  if (!multiple || !penalty || !covers(rule).includes('penalty')) return false;
  const rates: Rate[] = [penalty.rate, ...(penalty.tiers ?? []).map(({ rate }) => rate)];
  return rates.some((rate) =>
    'contractPermille' in rate
      ? rate.contractPermille > multiple.maxPermille
      : contractRatePpm === undefined ||
        BigInt(rate.yearlyPpm) * 1_000n > BigInt(contractRatePpm) * BigInt(multiple.maxPermille),
  );
};

/** Places as told, and every part of them that has law of its own (ADR 0030). */
const holdsIn = (pack: string, place: string): boolean =>
  pack === '*' || place === pack || place.startsWith(`${pack}-`) || (place !== '' && pack.startsWith(`${place}-`));

/** What the law in force on a day makes of what a contract agreed on money. */
export const moneyByLaw = (
  rules: readonly MoneyRule[],
  { jurisdiction = '', product = '' }: { jurisdiction?: string; product?: string },
  { allocation, lateCharge, costs, startOn }: Agreed,
  day: string,
): MoneyByLaw => {
  const bearing = rules.filter(
    (rule) =>
      holdsIn(rule.jurisdiction, jurisdiction) &&
      rule.actor.includes('first-party') &&
      (rule.product === undefined || rule.product.includes(product)) &&
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === undefined || day < rule.effectiveTo),
  );
  const order = orderByLaw(bearing, allocation);
  const charge = lateCharge as LateCharge | undefined;
  const limiting = bearing.filter(
    (rule) => charge && rule.onlyWhile === undefined && covers(rule).some((each) => charged.includes(each)),
  );
  const lprPpm = charge?.caps?.flatMap((cap) => (cap.max === 'lpr' ? [cap.lprPpm] : []))[0];
  // A cap by yearly cost is reckoned from the principal since the contract began.
  const costsTold = costs.principal.some(({ from }) => from <= startOn);
  const caps: Cap[] = [];
  const leftOut = new Set<string>();
  for (const rule of limiting) {
    const { maxYearlyRateBp, lprMultiplePermille } = rule;
    const isCap = maxYearlyRateBp !== undefined || lprMultiplePermille !== undefined;
    const isUnknown = isCap && (!costsTold || (lprMultiplePermille !== undefined && lprPpm === undefined));
    // A rate yields penalty interest, and interest on it, and nothing else.
    if (charge && isBeyond(rule, charge)) for (const each of ['penalty', 'compound']) leftOut.add(each);
    if (isUnknown) for (const each of covers(rule)) leftOut.add(each);
    if (isUnknown) continue;
    if (maxYearlyRateBp !== undefined)
      caps.push({ covers: covers(rule), max: 'yearly', yearlyPpm: maxYearlyRateBp * 100 });
    if (lprMultiplePermille !== undefined && lprPpm !== undefined)
      caps.push({ covers: covers(rule), max: 'lpr', lprPpm, permille: lprMultiplePermille });
  }
  return { ...(order && { order }), caps, leftOut: charged.filter((each) => leftOut.has(each)) };
};
