import type { Cap, LateCharge, Rate } from '../late/late-charge.js';
import type { LaidOrder } from '../laid-order.js';

/** A rule on money of a pack: an order of components for so many days past due, or a limit on what may be charged. */
export type MoneyRule = {
  id: string;
  jurisdiction: string;
  actor: string[];
  product?: string[] | undefined;
  effectiveFrom: string;
  effectiveTo?: string | undefined;
  override: string[];
  appliesTo?: string[] | undefined;
  allocationOrder?: string[] | undefined;
  dpd?: { from: number } | undefined;
  maxYearlyRateBp?: number | undefined;
  lprMultiplePermille?: number | undefined;
  contractRateMultiple?: { minPermille: number; maxPermille: number } | undefined;
  onlyWhile?: string | undefined;
};

/** `order`: absent: as agreed, or as where nothing is. `uncharged`: lateness cannot lawfully be charged for as agreed. */
export type MoneyByLaw = { order?: LaidOrder; caps: Cap[]; uncharged: boolean };

type Agreed = { allocation: unknown; lateCharge: LateCharge };

/** 民法典 art. 561 and 信用卡业务监督管理办法 art. 57 speak of costs, interest and principal: what comes of lateness stands with interest, fees with costs. */
const withIt: Record<string, string[]> = {
  costs: ['costs', 'fees'],
  interest: ['interest', 'compound', 'penalty', 'damages'],
  principal: ['principal'],
};

const everyComponent = (named: readonly string[]): string[] => {
  const all = [...named, ...Object.keys(withIt)].flatMap((each) =>
    (withIt[each] ?? [each]).filter((one) => one === each || !named.includes(one)),
  );
  return [...new Set(all)];
};

const orderBy = (rules: readonly MoneyRule[], isAgreed: boolean): LaidOrder | undefined => {
  const ordering = rules.filter(({ allocationOrder }) => allocationOrder !== undefined);
  const ofProduct = ordering.filter(({ product }) => product !== undefined);
  const bearing = ofProduct.length > 0 ? ofProduct : ordering;
  const strict = bearing.filter(({ override }) => !override.includes('consent'));
  const rows = (strict.length > 0 ? strict : isAgreed ? [] : bearing)
    .map(({ allocationOrder = [], dpd }) => ({ fromDpd: dpd?.from ?? 0, components: everyComponent(allocationOrder) }))
    .toSorted((a, b) => a.fromDpd - b.fromDpd);
  return rows.length === 0 ? undefined : rows;
};

const charged = ['penalty', 'compound', 'damages'];
const covers = ({ appliesTo }: MoneyRule): string[] => {
  const all = ['costs', 'fees', 'interest', 'principal', ...charged];
  const reached = appliesTo?.some((each) => each === 'penalty' || each === 'interest') ? ['compound'] : [];
  return appliesTo ? [...appliesTo, ...reached] : all;
};

/** Whether a rate of penalty interest is more, or less, than its rule lets be agreed; one that cannot be told is. */
const isBeyond = ({ contractRateMultiple: multiple }: MoneyRule, { contractRatePpm, penalty }: LateCharge): boolean => {
  if (!multiple || !penalty) return false;
  const rates: Rate[] = [penalty.rate, ...(penalty.tiers ?? []).map(({ rate }) => rate)];
  if (contractRatePpm === undefined) return true;
  const thousandths = rates.map((rate) =>
    'contractPermille' in rate ? rate.contractPermille : (rate.yearlyPpm * 1_000) / contractRatePpm,
  );
  return Math.max(...thousandths) > multiple.maxPermille || Math.max(...thousandths) < multiple.minPermille;
};

/** What the law in force on a day makes of what a contract agreed on money. */
export const moneyByLaw = (
  rules: readonly MoneyRule[],
  { jurisdiction = '', product = '' }: { jurisdiction?: string; product?: string },
  { allocation, lateCharge }: Agreed,
  day: string,
): MoneyByLaw => {
  const bearing = rules.filter(
    (rule) =>
      (rule.jurisdiction === '*' ||
        jurisdiction === rule.jurisdiction ||
        jurisdiction.startsWith(`${rule.jurisdiction}-`)) &&
      rule.actor.includes('first-party') &&
      (rule.product === undefined || rule.product.includes(product)) &&
      rule.effectiveFrom <= day &&
      (rule.effectiveTo === undefined || day < rule.effectiveTo),
  );
  const order = orderBy(bearing, allocation !== undefined);
  const limiting = bearing.filter(
    (rule) => rule.onlyWhile === undefined && covers(rule).some((each) => charged.includes(each)),
  );
  const lprPpm = (lateCharge.caps ?? []).flatMap((cap) => (cap.max === 'lpr' ? [cap.lprPpm] : []))[0];
  const caps = limiting.flatMap((rule): Cap[] => [
    ...(rule.maxYearlyRateBp === undefined
      ? []
      : [{ covers: covers(rule), max: 'yearly' as const, yearlyPpm: rule.maxYearlyRateBp * 100 }]),
    ...(rule.lprMultiplePermille === undefined || lprPpm === undefined
      ? []
      : [{ covers: covers(rule), max: 'lpr' as const, lprPpm, permille: rule.lprMultiplePermille }]),
  ]);
  const noLpr = lprPpm === undefined && limiting.some(({ lprMultiplePermille }) => lprMultiplePermille !== undefined);
  const uncharged = noLpr || bearing.some((rule) => isBeyond(rule, lateCharge));
  return { ...(order && { order }), caps, uncharged };
};
