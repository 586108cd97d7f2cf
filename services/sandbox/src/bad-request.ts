import type { z } from 'zod';

/** What was asked cannot be understood: which field, and what was expected there. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

/** @throws BadRequest naming the first field that is wrong */
export function understand<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const read = schema.safeParse(input ?? {});
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new BadRequest(
    first === undefined || first.path.length === 0 ? 'body' : first.path.map(String).join('.'),
    first?.message ?? 'cannot be read',
  );
}
