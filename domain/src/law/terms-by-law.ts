import type { Day } from '../calendar/day.js';
import type { Terms } from '../case/terms.js';
import { allocationOf } from '../money/allocation-of.js';
import type { AllocationRules } from '../money/allocation-order.js';
import type { ByLaw } from '../money/by-law.js';
import { capsOfLaw } from '../money/penalty/caps-of-law.js';
import { ratePpb } from '../money/penalty/rate-ppb.js';
import { rulesOfContract } from '../money/rules-of-contract.js';
import { amountLimit } from './kinds/amount-limit.js';
import type { Law } from './law.js';
import { lawfulOrders } from './lawful-orders.js';
import { rulesOf, type RuleBearing } from './rules-of.js';

type Agreed = Pick<Terms, 'jurisdiction' | 'product' | 'allocation' | 'lateCharge'>;

/** Rows alone are the order; what a chargeback makes owed again no rule of law speaks of. */
const sameRows = (a: AllocationRules, b: AllocationRules): boolean => JSON.stringify(a.rows) === JSON.stringify(b.rows);

const orderByLaw = (law: Law, bearing: RuleBearing, terms: Agreed): ByLaw | undefined => {
  const { allocation } = terms;
  const agreed = allocation && allocationOf({ allocation });
  const { rules, by, ruleIds } = rulesOfContract(lawfulOrders(law, bearing), agreed);
  if (by !== 'law' || sameRows(rules, allocationOf({ ...(allocation && { allocation }) }))) return undefined;
  return { allocation: rules, rules: ruleIds, ...(agreed && { against: ruleIds }) };
};

/** Basis points, up: a part of one above a limit is above it. */
const bpOf = (ppb: number): number => Math.ceil(ppb / 100_000);

/** The rules that an agreed rate of penalty interest does not keep, or that nobody can hold it against. */
const ratesAgainst = (law: Law, bearing: RuleBearing, { lateCharge }: Agreed): string[] => {
  const { penalty, contractRatePpm } = lateCharge ?? {};
  if (!penalty) return [];
  const rates = [penalty.rate, ...penalty.tiers.map(({ rate }) => rate)].map((rate) =>
    ratePpb(rate, contractRatePpm ?? 0),
  );
  const ask = {
    of: 'rate' as const,
    components: ['penalty'] as const,
    rateBp: bpOf(Math.max(...rates)),
    agreed: true,
    ...(contractRatePpm !== undefined && { contractRateBp: contractRatePpm / 100 }),
  };
  return rulesOf(law, 'amount-limit', bearing)
    .filter(({ rule }) => rule.contractRateMultiple !== undefined && amountLimit(rule, ask)?.verdict === 'refuse')
    .map(({ rule }) => rule.id);
};

const chargesByLaw = (law: Law, bearing: RuleBearing, terms: Agreed): ByLaw | undefined => {
  const { lateCharge } = terms;
  if (!lateCharge) return undefined;
  const against = ratesAgainst(law, bearing, terms);
  const lprPpm = lateCharge.caps.flatMap((cap) => (cap.max === 'lpr' ? [cap.lprPpm] : []))[0];
  const found = capsOfLaw(
    rulesOf(law, 'amount-limit', bearing).map(({ rule }) => rule),
    lprPpm,
  );
  if ('refused' in found) return { rules: [], against: [...against, found.rule], uncharged: true };
  const caps = found.caps.length === 0 ? {} : { caps: found.caps };
  const rules = found.caps.map(({ rule }) => rule);
  if (against.length > 0) return { ...caps, rules, against, uncharged: true };
  return found.caps.length === 0 ? undefined : { ...caps, rules };
};

/** What the law in force on a day makes of the terms of a contract; undefined: it leaves them as they are. */
export const termsByLaw = (law: Law, terms: Agreed, day: Day): ByLaw | undefined => {
  const { jurisdiction, product } = terms;
  const bearing = { places: [jurisdiction], actor: 'first-party' as const, product, days: [day] };
  const order = orderByLaw(law, bearing, terms);
  const charges = chargesByLaw(law, bearing, terms);
  if (!order || !charges) return order ?? charges;
  const against = [...(order.against ?? []), ...(charges.against ?? [])];
  const rules = [...order.rules, ...charges.rules];
  return { ...order, ...charges, rules, ...(against.length > 0 && { against }) };
};
