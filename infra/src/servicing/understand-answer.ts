import { PullTrouble } from '@recourse/activities/verification/pull-trouble';
import type { VerificationSource } from '@recourse/domain/case/loan-verification';
import type { z } from 'zod';

/** @throws PullTrouble naming the first field that is wrong and what it must be */
export function understandAnswer<S extends z.ZodType>(
  from: VerificationSource,
  schema: S,
  answer: unknown,
): z.output<S> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new PullTrouble(
    from,
    'nonsense',
    first?.message ?? 'cannot be read',
    first?.path.map(String).join('.') || 'body',
  );
}
