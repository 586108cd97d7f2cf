import type { Component } from '../money/components.js';
import type { Law } from './law.js';
import { rulesOf, type RuleInForce } from './rules-of.js';
import type { RuleBearing } from './rules-of.js';
import type { RuleOf } from './rule.js';

/** An order of allocation that a rule of law sets: for which days past due, and whether it gives way to what the contract says. */
export type LawfulOrder = {
  ruleId: string;
  version: string;
  components: readonly Component[];
  /** The same by what the rule names: of the order inside one of them it says nothing. */
  classes: readonly (readonly Component[])[];
  fromDpd: number;
  yieldsToContract: boolean;
};

/** Law names classes. Charges for lateness stand with interest and fees with costs, unless the rule names them itself. */
const classes: readonly (readonly [Component, readonly Component[]])[] = [
  ['costs', ['costs', 'fees']],
  ['interest', ['interest', 'compound', 'penalty', 'damages']],
  ['principal', ['principal']],
];

type Named = NonNullable<RuleOf<'amount-limit'>['allocationOrder']>;

const everyComponent = (order: Named): Component[][] => {
  const named = order.flat();
  const ordered = new Set<Component>();
  return [...order, ...classes.map(([name]) => name)].flatMap((place) => {
    const added: Component[] = [];
    for (const component of [place].flat())
      for (const each of classes.find(([name]) => name === component)?.[1] ?? [component])
        if (!ordered.has(each) && (each === component || !named.includes(each))) {
          ordered.add(each);
          added.push(each);
        }
    return added.length > 0 ? [added] : [];
  });
};

/**
 * The orders of allocation the packs set for a loan, by DPD. A rule that names the product stands before one that speaks of all products
 * (CN-ALLOC-2 before CN-ALLOC-1). Every component is in each order.
 */
export const lawfulOrders = (law: Law, bearing: RuleBearing): LawfulOrder[] => {
  const setting = rulesOf(law, 'amount-limit', bearing).filter(({ rule }) => rule.allocationOrder !== undefined);
  const special = setting.filter(({ rule }) => rule.product !== undefined);
  const told = ({ rule, version }: RuleInForce<RuleOf<'amount-limit'>>): LawfulOrder => {
    const named = everyComponent(rule.allocationOrder ?? []);
    return {
      ruleId: rule.id,
      version,
      components: named.flat(),
      classes: named,
      fromDpd: rule.dpd?.from ?? 0,
      yieldsToContract: rule.override?.includes('consent') ?? false,
    };
  };
  return (special.length > 0 ? special : setting).map(told).sort((a, b) => a.fromDpd - b.fromDpd);
};
