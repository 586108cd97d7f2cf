import type { NotJoinedReason } from '@recourse/domain/contact/not-joined';
import type { PermitRevocation } from '@recourse/domain/contact/permit';
import { z } from 'zod';
import { gateTraceShape, instant, refusalReason, text } from './case-shapes-schema.js';

const reasons = [...refusalReason.options, 'position-changed', 'put-off-by-law'] as const;
const notJoinedReasons = [...reasons, 'other-purpose'] as const satisfies NotJoinedReason[];
const stopped = { until: instant.exactOptional(), rules: z.array(text), gate: gateTraceShape.exactOptional() };

/** What a case is told of contacts that its plan did not ask for, or was not part of. */
export const permitWithheld = {
  attempt: text.describe(
    'The dial, named as the act it would have become; of a permit that was not given under a name made for it.',
  ),
  asked: z.enum(['permit', 'dial']),
  holder: z.object({ kind: z.enum(['agency', 'dialler']), id: text }),
  because: z.enum([...reasons, 'case-closed'] as const satisfies PermitRevocation[]),
  loanId: text.exactOptional().describe('Whose loan stood in the way, where it was not this one.'),
  ...stopped,
};
export const notJoined = {
  planId: text,
  actId: text.describe('The contact.'),
  because: z.enum(notJoinedReasons),
  ...stopped,
};
