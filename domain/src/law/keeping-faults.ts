import type { SurveyRow } from './law-survey.js';
import { ruleLack } from './rule-lack.js';
import type { RulePack } from './rule-pack.js';
import { scopeLack } from './rule-scope.js';
import type { Rule } from './rule.js';

/** Rules that hold for less than the rows of the survey they keep, or say less than any of those tells; one sentence each. */
export const keepingFaults = (rows: readonly SurveyRow[], packs: readonly RulePack[]): string[] => {
  const byId = new Map<string, { pack: RulePack; rule: Rule }[]>();
  for (const pack of packs)
    for (const rule of pack.rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), { pack, rule }]);
  const keeping = rows.flatMap(({ id: row, kept }) =>
    (kept.by === 'rules' ? kept.rules : []).map((each) => ({ row, ...each })),
  );
  const scopes = keeping.flatMap(({ row, rule: id, scope }) =>
    (byId.get(id) ?? []).flatMap(({ pack, rule }) => {
      const lack = scopeLack(rule, pack, scope);
      return lack === undefined ? [] : [`${id} of pack ${pack.pack} ${lack}: row ${row} of the survey has it`];
    }),
  );
  const least = leastByRule(keeping);
  const lacks = [...byId.values()].flat().flatMap(({ pack, rule }) => {
    const told = least.get(rule.id);
    if (told === undefined) return [];
    const where = [...told.rows].join(', ');
    return ruleLack(rule, told.least).map(
      (lack) => `${rule.id} of pack ${pack.pack} ${lack} of row ${where} of the survey`,
    );
  });
  return [...scopes, ...twiceTold(keeping), ...lacks];
};

type Told = { row: string; rule: string; least: Readonly<Record<string, unknown>> };

/** All that the rows of a rule tell of it together; `rows`: those that tell anything, or all when none does. */
const leastByRule = (keeping: readonly Told[]): Map<string, { rows: Set<string>; least: Record<string, unknown> }> => {
  const all = new Map<string, { rows: Set<string>; least: Record<string, unknown> }>();
  for (const { row, rule, least } of keeping.toSorted(
    (a, b) => Object.keys(b.least).length - Object.keys(a.least).length,
  )) {
    const so = all.get(rule) ?? { rows: new Set<string>(), least: {} };
    if (Object.keys(least).length > 0 || Object.keys(so.least).length === 0) so.rows.add(row);
    Object.assign(so.least, least);
    all.set(rule, so);
  }
  return all;
};

const twiceTold = (keeping: readonly Told[]): string[] =>
  keeping.flatMap(({ row, rule, least }, nth) =>
    Object.entries(least).flatMap(([field, value]) => {
      const before = keeping
        .slice(0, nth)
        .find((other) => other.rule === rule && field in other.least && !isSame(other.least[field], value));
      return before ? [`rows ${before.row} and ${row} of the survey tell two least ${field} of ${rule}`] : [];
    }),
  );

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
