import { allocationRowsSchema } from '@recourse/domain/money/allocation-rules-schema';
import { unchargedKinds } from '@recourse/domain/money/by-law';
import { lateChargeCapSchema } from '@recourse/domain/money/penalty/late-charge-terms-schema';
import { z } from 'zod';

const rules = z.array(z.string());

/** What the law makes of a contract's terms (ADR 0035), as the case's events tell it. */
export const byLawShape = z
  .object({
    allocation: allocationRowsSchema.exactOptional(),
    caps: z.array(lateChargeCapSchema).exactOptional(),
    rules,
    against: rules.exactOptional(),
    unknown: rules.exactOptional(),
    uncharged: z.array(z.enum(unchargedKinds)).exactOptional(),
  })
  .describe(
    'What the law of its place makes of the contract: orders and caps that hold, by which rules; the rules that what was agreed does not keep, or cannot be held against for want of an LPR or costs; and what of lateness nobody is told to pay for either.',
  );
