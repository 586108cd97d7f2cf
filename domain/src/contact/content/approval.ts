import { z } from 'zod';

/** Who approved words, on which day, and the hash of the very words (`templateHash`). */
export const approval = z.strictObject({
  by: z.string().min(1),
  on: z.iso.date('must be a day that exists, YYYY-MM-DD'),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 small hex digits'),
});

export type Approval = z.infer<typeof approval>;
