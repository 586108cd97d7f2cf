import { idPattern } from '@recourse/domain/case/case-id';
import { z } from 'zod';
import { rfc3339Instant } from '../kafka/rfc3339-instant.js';
import { isIsoCurrency } from './iso-currencies.js';

/** The fields events are made of. Messages name what is expected, never what was found: it came from outside and may be anything. */

export const id = z
  .string('must be text')
  .regex(idPattern, 'must be 1 to 64 of A-Z a-z 0-9 . _ -')
  .describe('Opaque id; never personal data.');

export const minor = z
  .int('must be a whole number of minor units, at most 2^53 - 1')
  .min(0, 'must not be negative')
  .describe('Whole number of minor units (fen, cents), at most 2^53 - 1.');

export const day = z.iso.date('must be a day that exists, YYYY-MM-DD').describe("Calendar day of the loan's zone.");

/** Any offset in, UTC with milliseconds out. */
export const instant = z
  .string('must be text')
  .refine((text) => rfc3339Instant(text) !== undefined, 'must be an RFC 3339 time with its offset')
  .transform((text) => rfc3339Instant(text) ?? text)
  .meta({ format: 'date-time', description: 'RFC 3339 time with its offset.' });

export const currency = z
  .string('must be text')
  .regex(/^[A-Z]{3}$/, 'must be three capital letters')
  .refine(isIsoCurrency, { error: 'is not an active ISO 4217 currency', params: { cause: 'unknown-currency' } })
  .describe('ISO 4217 code.');

export const zone = z
  .string('must be text')
  .regex(/^[A-Za-z0-9_+-]{1,32}(\/[A-Za-z0-9_+-]{1,32}){0,2}$/, 'must be the name of an IANA time zone')
  .describe("IANA time zone in which the loan's days are counted.");

const amount = minor.exactOptional();

/** A component we do not know is refused, not ignored: it would be money missing from the claim. */
export const components = z
  .strictObject(
    {
      principal: amount,
      interest: amount,
      penalty: amount,
      compound: amount,
      damages: amount,
      fees: amount,
      costs: amount,
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? 'has a component that is not known'
          : 'must be an object of amounts by component',
    },
  )
  .describe('Amounts by component; an absent one is zero.');

export const count = (least: number, most = 100_000) =>
  z.int('must be a whole number').min(least, `must be at least ${least}`).max(most, `must be at most ${most}`);

export const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);
