import { schemaFaults } from '../policy/schema-faults.js';
import { ruleDemands } from './rule-demands.js';
import { ruleShape, type Rule } from './rule.js';

/** Fields of a rule, in the words of the packs, as the survey of law reads the text. */
export type LeastOfRule = Readonly<Record<string, unknown>>;

type Demand = { isLess: (had: unknown, must: unknown) => boolean; silent?: { is: unknown } };

const demandsOf = (rule: Rule): [field: string, Demand][] =>
  Object.entries(ruleDemands[rule.kind]) as [string, Demand][];

const word = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

/**
 * What a rule of a pack says less than the law it is of, field by field; empty when it says all of it or more. What `least` does not tell is
 * not asked, but for what lifts or narrows a rule: of that nothing is then allowed.
 */
export const ruleLack = (rule: Rule, least: LeastOfRule): string[] => {
  const demands = demandsOf(rule);
  const strange = Object.keys(least).filter((field) => !demands.some(([known]) => known === field));
  if (strange.length > 0) return strange.map((field) => `is a ${rule.kind}, which has no ${field} to compare`);
  const read = ruleShape.safeParse({ ...rule, ...least });
  if (!read.success) return schemaFaults(read.error).map(({ path, reason }) => `cannot be compared: ${path} ${reason}`);
  const had: Readonly<Record<string, unknown>> = rule;
  const told: Readonly<Record<string, unknown>> = read.data;
  const must = (field: string, { silent }: Demand): unknown => (silent && !(field in least) ? silent.is : told[field]);
  return demands.flatMap(([field, demand]) =>
    demand.isLess(had[field], must(field, demand))
      ? [`has ${field} ${word(had[field])} for ${word(must(field, demand))}`]
      : [],
  );
};
