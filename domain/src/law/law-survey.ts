import { z } from 'zod';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';
import { ruleHead } from './shapes/rule-head.js';

const row = z
  .strictObject({
    id: ruleHead.id,
    what: z.string().min(1),
    rules: z.array(ruleHead.id).min(1).optional(),
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
  .transform(({ rules, notSoftware, elsewhere, ...rest }) => ({
    ...rest,
    kept:
      notSoftware !== undefined
        ? ({ by: 'nobody', because: notSoftware } as const)
        : elsewhere !== undefined
          ? ({ by: 'code', path: elsewhere } as const)
          : ({ by: 'rules', rules: rules ?? [rest.id] } as const),
  }));

const lawSurveySchema = z.strictObject({ rows: z.array(row).min(1) });

/**
 * One row of the survey of law: what must be enforced, and how it is kept: by rules of the packs (of its own id when none are named), by other
 * code, or by nobody and why.
 */
export type SurveyRow = z.infer<typeof row>;

/** The rows of one file of `policies/law-survey`, or everything that is wrong with it. */
export const readLawSurvey = (value: unknown): { rows: SurveyRow[] } | { faults: SchemaFault[] } => {
  const read = lawSurveySchema.safeParse(value);
  return read.success ? read.data : { faults: schemaFaults(read.error) };
};
