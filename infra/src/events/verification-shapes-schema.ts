import { z } from 'zod';

const text = z.string();

/** What is told of asking servicing and the directory about a loan. */
export const mismatched = {
  field: z.enum(['loan', 'debtors', 'currency', 'sums', 'instalments', 'overdue']),
  ours: text,
  theirs: text,
};
export const verificationAwaited = {
  from: z.enum(['servicing', 'directory']),
  because: z.enum(['down', 'refused-us', 'nonsense', 'unanswered', 'not-overdue', 'news']),
  until: z.string().meta({ format: 'date-time', description: 'UTC with milliseconds.' }),
  field: text.exactOptional(),
  reason: text.exactOptional(),
};
