import { z } from 'zod';

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');

/**
 * What every rule says of itself. `jurisdiction` of the pack; `actor`: who is bound (US Regulation F binds agencies and buyers, not the
 * lender); `confidence`: how well the text was read; `force`: what crossing it means in law; `override`: what lifts it.
 */
export const ruleHead = {
  id: z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/, 'must be a rule id such as CN-TIME-1'),
  actor: z.array(z.enum(['first-party', 'agency', 'buyer'], 'must be one of first-party, agency, buyer')).min(1),
  /** Loan products the rule is for; absent: all. */
  product: z.array(z.string().min(1)).min(1).optional(),
  citation: z
    .string('must name law and article')
    .regex(/\S/, 'must name law and article')
    .regex(/[\p{L}\p{N}]|^\s*$/u, 'must have letters or digits'),
  confidence: z.enum(['primary', 'secondary', 'memory', 'own'], 'must be one of primary, secondary, memory, own'),
  force: z.enum(
    ['hard', 'presumption', 'standard', 'advisory'],
    'must be one of hard, presumption, standard, advisory',
  ),
  effectiveFrom: day,
  /** The first day it is no longer in force. */
  effectiveTo: day.optional(),
  override: z
    .array(z.enum(['agreed-time', 'consent', 'court-order']))
    .min(1)
    .optional(),
};

export type Actor = 'first-party' | 'agency' | 'buyer';
