import { z } from 'zod';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import type { LeastOfRule } from './rule-lack.js';
import { ruleScopeFields, type RuleScope } from './rule-scope.js';
import { ruleHead } from './shapes/rule-head.js';

/** `*`: everywhere. */
const place = z.string().regex(/^\*$|../, 'must be an ISO 3166 code such as CN, US-MA, US-NY-NYC, or * for all');

/** What the rule must say at least, field by field in the words of the packs; which of them it has, its kind decides. */
const least = z.record(z.string(), z.unknown()).optional();

const narrowed = z.strictObject({ rule: ruleHead.id, least, ...ruleScopeFields });

const row = z
  .strictObject({
    id: ruleHead.id,
    what: z.string().min(1),
    least,
    jurisdiction: place.optional(),
    ...ruleScopeFields,
    rules: z
      .array(z.union([ruleHead.id, narrowed], 'must be a rule id, or rule and what it is for'))
      .min(1)
      .optional(),
    notSoftware: z.string().min(1).optional(),
    elsewhere: z.string().min(1).optional(),
    citation: ruleHead.citation.optional(),
    confidence: ruleHead.confidence.optional(),
  })
  .refine(({ rules, notSoftware, elsewhere }) => [rules, notSoftware, elsewhere].filter(Boolean).length <= 1, {
    error: 'must have one of rules, notSoftware, elsewhere',
  })
  .refine(
    ({ notSoftware, elsewhere, citation, confidence }) =>
      (notSoftware ?? elsewhere) === undefined || (citation !== undefined && confidence !== undefined),
    { path: ['citation'], error: 'no rule tells citation and confidence of this row' },
  )
  .refine(({ rules, least: told }) => rules === undefined || told === undefined, {
    path: ['least'],
    error: 'must be told of each rule by itself',
  })
  .refine(({ notSoftware, elsewhere, ...rest }) => (notSoftware ?? elsewhere) === undefined || !isScoped(rest), {
    error: 'says for whom it holds, and no rule keeps it',
  });

const isScoped = (of: object): boolean =>
  ['jurisdiction', 'least', ...Object.keys(ruleScopeFields)].some((name) => name in of);

/** `jurisdiction`: of every row that tells none of its own. */
const lawSurveySchema = z
  .strictObject({ jurisdiction: place.optional(), rows: z.array(row).min(1) })
  .superRefine(({ jurisdiction, rows }, context) => {
    for (const [nth, { notSoftware, elsewhere, ...rest }] of rows.entries())
      if ((notSoftware ?? elsewhere ?? rest.jurisdiction ?? jurisdiction) === undefined)
        context.addIssue({ code: 'custom', path: ['rows', nth, 'jurisdiction'], message: 'must say where it holds' });
  })
  .transform(({ jurisdiction, rows }) => rows.map((each) => surveyRow(each, jurisdiction)));

/** A rule that keeps a row, the least it must hold for, and what it must say at least. */
type Keeping = { rule: string; scope: RuleScope; least: LeastOfRule };

/**
 * One row of the survey of law: what must be enforced, and how it is kept: by rules of the packs (of its own id when none are named), by other
 * code, or by nobody and why. Each rule holds for all that the row says, or for what it says of that rule.
 */
export type SurveyRow = {
  id: string;
  what: string;
  citation?: z.infer<typeof row>['citation'];
  confidence?: z.infer<typeof row>['confidence'];
  kept: { by: 'nobody'; because: string } | { by: 'code'; path: string } | { by: 'rules'; rules: readonly Keeping[] };
};

const surveyRow = (
  {
    id,
    what,
    citation,
    confidence,
    rules,
    notSoftware,
    elsewhere,
    jurisdiction,
    least: told = {},
    ...own
  }: z.infer<typeof row>,
  ofFile = '',
): SurveyRow => {
  const scope: RuleScope = { ...own, jurisdiction: jurisdiction ?? ofFile };
  return {
    id,
    what,
    ...(citation !== undefined && { citation }),
    ...(confidence !== undefined && { confidence }),
    kept:
      notSoftware !== undefined
        ? { by: 'nobody', because: notSoftware }
        : elsewhere !== undefined
          ? { by: 'code', path: elsewhere }
          : { by: 'rules', rules: (rules ?? [id]).map((each) => keeping(each, scope, told)) },
  };
};

const keeping = (named: string | z.infer<typeof narrowed>, scope: RuleScope, told: LeastOfRule): Keeping => {
  if (typeof named === 'string') return { rule: named, scope, least: told };
  const { rule, least: own = told, ...narrower } = named;
  return { rule, scope: { ...scope, ...narrower }, least: own };
};

/** The rows of one file of `policies/law-survey`, or everything that is wrong with it. */
export const readLawSurvey = (value: unknown): { rows: SurveyRow[] } | { faults: SchemaFault[] } => {
  const read = lawSurveySchema.safeParse(value);
  return read.success ? { rows: read.data } : { faults: schemaFaults(read.error) };
};
