import { z } from 'zod';
import { ruleHead } from './rule-head.js';

/** What must be true of an agency or buyer before a case is handed over, and which fields may go with it. */
export const handoverGateShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('handover-gate'),
  listed: z.boolean().default(false),
  publiclyListed: z.boolean().default(false),
  licensed: z.boolean().default(false),
  evaluatedWithinDays: z.int().min(1).max(3_650).optional(),
  inspectedWithinDays: z.int().min(1).max(3_650).optional(),
  staffTrainedWithinDays: z.int().min(1).max(3_650).optional(),
  noSubAssignment: z.boolean().default(false),
  noViolenceRecord: z.boolean().default(false),
  contractFixes: z.array(z.enum(['purpose', 'term', 'method', 'data-types', 'protection', 'duties'])).default([]),
  fieldsAllowed: z.array(z.string().min(1)).optional(),
  personTold: z.array(z.string().min(1)).default([]),
  returnOrDeleteAtEnd: z.boolean().default(false),
  neverIf: z.array(z.enum(['paid', 'settled', 'discharged', 'disputed', 'breathing-space'])).default([]),
});

export type HandoverGate = z.infer<typeof handoverGateShape>;
