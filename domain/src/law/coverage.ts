import { carriedBecause } from './carried-because.js';
import { isAsked } from './is-asked.js';
import type { Rule } from './rule.js';
import { keepingFaults } from './keeping-faults.js';
import type { RulePack } from './rule-pack.js';
import type { SurveyRow } from './law-survey.js';

/** Where a row of the survey ended up. `confidence`: the least well read of its rules. */
export type CoveredRow = {
  id: string;
  what: string;
  citations: string[];
  confidence: Rule['confidence'];
  forces: Rule['force'][];
  rules: { pack: string; rule: Rule }[];
  kept: SurveyRow['kept'];
};

/** From well read to not read. */
const leastWellRead: readonly Rule['confidence'][] = ['memory', 'secondary', 'own', 'primary'];

/** Whether counsel must confirm it before real use: nobody read the text itself. */
export const isToConfirm = ({ confidence }: Pick<Rule, 'confidence'>): boolean =>
  confidence === 'memory' || confidence === 'secondary';

/** Its rules stand in the packs, and nothing that runs asks any of them or keeps what they ask. */
export const isOnlyCarried = ({ kept, rules }: CoveredRow): boolean =>
  kept.by === 'rules' && !rules.some(({ rule }) => isAsked(rule) || carriedBecause(rule).by !== undefined);

const each = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Every row of the survey with the rules that carry it. */
export const coverage = (rows: readonly SurveyRow[], packs: readonly RulePack[]): CoveredRow[] => {
  const ruleOf = new Map(packs.flatMap(({ pack, rules }) => rules.map((rule) => [rule.id, { pack, rule }] as const)));
  return rows.map(({ id, what, citation, confidence, kept }) => {
    const rules = kept.by === 'rules' ? kept.rules.flatMap(({ rule }) => ruleOf.get(rule) ?? []) : [];
    const read = rules.map(({ rule }) => rule.confidence);
    return {
      id,
      what,
      citations: citation === undefined ? each(rules.map(({ rule }) => rule.citation)) : [citation],
      confidence: confidence ?? leastWellRead.find((level) => read.includes(level)) ?? 'memory',
      forces: each(rules.map(({ rule }) => rule.force)),
      rules,
      kept,
    };
  });
};

/** What the survey says of the lender's own rules was lost: they may have any row or none, but not none at all. */
const lostOwn = (rows: readonly SurveyRow[], packs: readonly RulePack[]): string[] =>
  rows.some(({ kept }) => kept.by === 'rules' && kept.rules.some(({ scope }) => scope.jurisdiction === '*'))
    ? []
    : packs
        .filter(({ jurisdiction }) => jurisdiction === '*')
        .map(({ pack }) => `no row of the survey holds everywhere: nothing keeps pack ${pack} from being made looser`);

/** Rows and packs that do not fit together, both ways; one sentence each. A further rule of the lender's own (`*`) needs no row. */
export const coverageFaults = (rows: readonly SurveyRow[], packs: readonly RulePack[]): string[] => {
  const rules = new Set(packs.flatMap((pack) => pack.rules.map(({ id }) => id)));
  const named = new Set(rows.flatMap(({ kept }) => (kept.by === 'rules' ? kept.rules.map(({ rule }) => rule) : [])));
  const law = packs.filter(({ jurisdiction }) => jurisdiction !== '*');
  return [
    ...rows.flatMap(({ id }, nth) =>
      rows.findIndex((other) => other.id === id) < nth ? [`${id} is twice in the survey`] : [],
    ),
    ...rows.flatMap(({ id, kept }) =>
      kept.by === 'rules'
        ? kept.rules
            .filter(({ rule }) => !rules.has(rule))
            .map(({ rule }) => `${id} is kept by ${rule}, which is in no pack`)
        : rules.has(id)
          ? [`${id} is a rule of a pack, and the survey says that no rule keeps it`]
          : [],
    ),
    ...law.flatMap(({ pack, rules: ofPack }) =>
      ofPack.filter(({ id }) => !named.has(id)).map(({ id }) => `${id} of pack ${pack} is in no row of the survey`),
    ),
    ...lostOwn(rows, packs),
    ...keepingFaults(rows, packs),
  ];
};
