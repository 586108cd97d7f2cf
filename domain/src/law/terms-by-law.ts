import type { Day } from '../calendar/day.js';
import type { Terms } from '../case/terms.js';
import { allocationOf } from '../money/allocation-of.js';
import type { ByLaw, Uncharged } from '../money/by-law.js';
import { capsOfLaw, coveredBy } from '../money/penalty/caps-of-law.js';
import type { LateChargeRate } from '../money/penalty/late-charge-terms.js';
import { rulesOfContract } from '../money/rules-of-contract.js';
import type { Law } from './law.js';
import { lawfulOrders } from './lawful-orders.js';
import { placesMeant } from './places-meant.js';
import { rulesOf, type RuleBearing } from './rules-of.js';
import type { AmountLimit } from './shapes/amount-limit-shape.js';

type Agreed = Pick<Terms, 'jurisdiction' | 'product' | 'allocation' | 'lateCharge' | 'startOn' | 'costs'>;
type Charges = Required<Pick<ByLaw, 'caps' | 'rules' | 'against' | 'unknown' | 'uncharged'>>;

const orderByLaw = (law: Law, bearing: RuleBearing, { allocation }: Agreed): ByLaw | undefined => {
  const agreed = allocation && allocationOf({ allocation });
  const { rules, by, ruleIds } = rulesOfContract(lawfulOrders(law, bearing), agreed);
  // What a chargeback makes owed again no rule of law speaks of.
  if (by !== 'law' || JSON.stringify(rules.rows) === JSON.stringify(allocationOf({}).rows)) return undefined;
  return { allocation: rules, rules: [...ruleIds], ...(agreed && { against: [...ruleIds] }) };
};

type Held = 'kept' | 'against' | 'unknown';

/** A rate of penalty interest against a multiple of the contract's own, exactly: contracts name rates of half a basis point. Less is nobody's harm. */
const heldAgainst = (rate: LateChargeRate, maxPermille: number, contractRatePpm: number | undefined): Held => {
  if ('contractPermille' in rate) return rate.contractPermille > maxPermille ? 'against' : 'kept';
  if (contractRatePpm === undefined) return 'unknown';
  return BigInt(rate.yearlyPpm) * 1_000n > BigInt(contractRatePpm) * BigInt(maxPermille) ? 'against' : 'kept';
};

const rateHeld = (rule: AmountLimit, { penalty, contractRatePpm }: NonNullable<Agreed['lateCharge']>): Held => {
  const { contractRateMultiple: multiple, appliesTo } = rule;
  if (!penalty || !multiple || !(appliesTo?.includes('penalty') ?? true)) return 'kept';
  const rates = [penalty.rate, ...penalty.tiers.map(({ rate }) => rate)];
  const held = rates.map((rate) => heldAgainst(rate, multiple.maxPermille, contractRatePpm));
  return held.find((each) => each === 'against') ?? held.find((each) => each === 'unknown') ?? 'kept';
};

/** A cap by yearly cost counts what was lent and charged from the first day on. */
const areCostsTold = ({ costs, startOn }: Agreed): boolean =>
  startOn !== undefined && (costs?.principal.some(({ from }) => from <= startOn) ?? false);

const chargesByLaw = (law: Law, bearing: RuleBearing, terms: Agreed): Charges => {
  const { lateCharge } = terms;
  const found: Charges = { caps: [], rules: [], against: [], unknown: [], uncharged: [] };
  if (!lateCharge) return found;
  const { penalty, damages } = lateCharge;
  const agreed: Uncharged[] = [
    ...(penalty ? (['penalty'] as const) : []),
    ...(penalty?.compound ? (['compound'] as const) : []),
    ...(damages ? (['damages'] as const) : []),
  ];
  const lprPpm = lateCharge.caps.flatMap((cap) => (cap.max === 'lpr' ? [cap.lprPpm] : []))[0];
  const uncharged = new Set<Uncharged>();
  const rules = rulesOf(law, 'amount-limit', bearing).map(({ rule }) => rule);
  for (const rule of rules) {
    const held = rateHeld(rule, lateCharge);
    if (held === 'kept') continue;
    uncharged.add('penalty').add('compound');
    (held === 'against' ? found.against : found.unknown).push(rule.id);
  }
  for (const rule of rules) {
    const known = capsOfLaw([rule], lprPpm);
    const covered = 'refused' in known ? coveredBy(rule) : known.caps.flatMap(({ covers }) => covers);
    const meant = agreed.filter((kind) => covered.includes(kind));
    if (meant.length === 0) continue;
    if ('refused' in known || !areCostsTold(terms)) {
      for (const kind of meant) uncharged.add(kind);
      found.unknown.push(rule.id);
    } else {
      found.caps.push(...known.caps);
      found.rules.push(rule.id);
    }
  }
  return { ...found, uncharged: agreed.filter((kind) => uncharged.has(kind)) };
};

/** What the law in force on a day makes of the terms of a contract; undefined: it leaves them as they are. */
export const termsByLaw = (law: Law, terms: Agreed, day: Day): ByLaw | undefined => {
  const { jurisdiction, product } = terms;
  const bearing = { places: placesMeant(law, [jurisdiction]), actor: 'first-party' as const, product, days: [day] };
  const { allocation, rules: ordering = [], against: order = [] } = orderByLaw(law, bearing, terms) ?? {};
  const { caps, rules: capping, against: rates, unknown, uncharged } = chargesByLaw(law, bearing, terms);
  const against = [...order, ...rates];
  if (!allocation && caps.length === 0 && against.length === 0 && unknown.length === 0) return undefined;
  return {
    rules: [...ordering, ...capping],
    ...(allocation && { allocation }),
    ...(caps.length > 0 && { caps }),
    ...(against.length > 0 && { against }),
    ...(unknown.length > 0 && { unknown }),
    ...(uncharged.length > 0 && { uncharged }),
  };
};
