import { z } from 'zod';
import { approval } from './approval.js';

const name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * Who may be named as creditor (`policies/templates/creditors.yaml`): firms, by the id servicing tells them by. `lender`: of these the one whose
 * claim it is where servicing told of no change. A natural person's name is personal data and stands in no policy file.
 */
export const creditorWordsShape = z
  .strictObject({
    lender: z.string().min(1),
    names: z.record(z.string().regex(/^\S+$/, 'an id has no blanks'), name),
    approved: approval.optional(),
  })
  .refine(({ lender, names }) => Object.hasOwn(names, lender), { path: ['lender'], error: 'has no name in names' });

export type CreditorWords = z.infer<typeof creditorWordsShape>;
