import { writeOffReasons } from '@recourse/domain/write-off/write-off';
import { z } from 'zod';
import { instant, minor, text } from './case-shapes-schema.js';

export const writeOffShape = z.object({
  id: text,
  state: z.enum(['proposed', 'written-off', 'declined']),
  because: z.enum(writeOffReasons),
  amount: minor.describe('All that was open when it was proposed.'),
  currency: text,
  proposedBy: text,
  proposedAt: instant,
  approvedBy: text.exactOptional(),
  writtenOffAt: instant.exactOptional(),
  recovered: z.array(text).exactOptional(),
  recoveredInPart: z
    .array(z.object({ paymentId: text, left: minor }))
    .exactOptional()
    .describe('Those of which only so much stays.'),
});
