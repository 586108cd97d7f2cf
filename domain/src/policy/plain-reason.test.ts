import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaFaults } from './schema-faults.js';

const reason = (schema: z.ZodType, value: unknown): string => {
  const read = schema.safeParse(value);
  return read.success ? 'nothing' : (schemaFaults(read.error)[0]?.reason ?? '');
};

describe('what is wrong with a field', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['an empty list', z.array(z.string()).min(1), [], 'must not be empty'],
    ['a list too short', z.array(z.string()).min(2), ['a'], 'must have at least 2 items'],
    ['an empty text', z.string().min(1), '', 'must not be empty'],
    ['a text too long', z.string().max(2), 'abc', 'must have at most 2 characters'],
    ['a number too small', z.int().min(1), 0, 'must be at least 1'],
    ['a number too big', z.number().max(90), 91, 'must be at most 90'],
    ['a text for a number', z.int(), 'five', 'must be a number'],
    ['a broken number', z.int(), 1.5, 'must be a whole number'],
    ['a text for a list', z.array(z.string()), 'sms', 'must be a list'],
    ['a word that is none of those', z.enum(['a', 'b']), 'c', 'must be one of a, b'],
    ['another word', z.literal('a'), 'c', 'must be a'],
    ['nothing at all', z.object({ actor: z.array(z.string()) }), {}, 'is missing'],
    ['words of the schema’s own', z.string('must be text'), 1, 'must be text'],
  ])('is said in plain words: %s', (_, schema, value, words) => {
    expect(reason(schema, value)).toBe(words);
  });
});
