import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** The schema library's own words for an issue; a schema that says it in words of its own is left as it is. */
const isRaw = (message: string): boolean =>
  /^(Invalid (input|option|key|element|string|number|ISO|format|regex)|Too (small|big)|Invalid$|Unrecognized key)/.test(
    message,
  );

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'nothing',
};

const unitOf = (origin: string): string => {
  if (origin === 'string') return ' characters';
  return origin === 'array' || origin === 'set' ? ' items' : '';
};

const bound = (how: 'least' | 'most', origin: string, limit: number | bigint): string => {
  if (how === 'least' && limit === 1 && unitOf(origin) !== '') return 'must not be empty';
  const verb = unitOf(origin) === '' ? 'be' : 'have';
  return `must ${verb} at ${how} ${limit}${unitOf(origin)}`;
};

/** What is wrong with a field in plain words, whatever the schema library calls it. */
export const plainReason = (issue: Issue): string => {
  if (!isRaw(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('undefined')
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return bound('least', issue.origin, issue.minimum);
    case 'too_big':
      return bound('most', issue.origin, issue.maximum);
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'has none of the shapes it may have';
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return 'is not as it must be';
    default:
      return issue satisfies never;
  }
};
