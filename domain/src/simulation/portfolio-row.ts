import { z } from 'zod';
import { idPattern } from '../case/case-id.js';
import type { Day } from '../calendar/day.js';
import { daysBetween } from '../calendar/day-arithmetic.js';
import { channel } from '../law/shapes/gate-words.js';
import { bucketOf } from '../money/arrears.js';
import { bucketShape } from './bucket-shape.js';
import { schemaFaults, type SchemaFault } from '../policy/schema-faults.js';

/** Days past due of a row; what is due on `asOf` itself or later is not overdue yet. */
export const dpdOf = ({ asOf, dueOn }: { asOf: Day; dueOn: Day }): number => Math.max(0, daysBetween(dueOn, asOf));

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');
const mostMinor = 1_000_000_000_000;
const minor = z
  .int('must be a whole number of minor units')
  .min(0, 'must not be below 0')
  .max(mostMinor, `must be at most ${mostMinor}`);
const points = ['mobile', 'email', 'app', 'im', 'address'] as const;

/**
 * One loan of a portfolio to simulate, as the books stand in the morning of `asOf`; ids only. `dueOn`: the due day of the oldest unpaid
 * instalment, or of the next one where nothing is overdue; from it on the loan has `instalmentsLeft` of `principal` and `interest` each, a month
 * apart. `dpd` and `bucket` may be told and must then fit. `points`: the kinds of number or address there are; `agreed`: channels the
 * borrower agreed to, where the law asks for it.
 */
const rowShape = z
  .strictObject({
    loan: z.string('must be text').regex(idPattern, 'must be 1 to 64 of A-Z a-z 0-9 . _ -'),
    product: z.string('must be text').regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
    currency: z.string('must be text').regex(/^[A-Z]{3}$/, 'must be a currency of three letters'),
    zone: z.string('must be text').min(1, 'must not be empty'),
    jurisdiction: z.string('must be text').min(1, 'must not be empty'),
    language: z.string('must be text').regex(/^[a-z]{2}$/, 'must be a language of two letters, such as zh'),
    asOf: day,
    dueOn: day,
    instalmentsLeft: z.int('must be a whole number').min(1, 'must be 1 to 600').max(600, 'must be 1 to 600'),
    principal: minor,
    interest: minor,
    graceDays: z.int('must be a whole number').min(0, 'must be 0 to 60').max(60, 'must be 0 to 60'),
    tolerance: minor,
    points: z.array(z.enum(points, `must be one of ${points.join(', ')}`), 'must be a list'),
    agreed: z.array(channel, 'must be a list').default([]),
    dpd: z.int('must be a whole number').min(0, 'must not be below 0').exactOptional(),
    bucket: bucketShape.exactOptional(),
  })
  .refine(({ principal, interest }) => principal + interest > 0, {
    error: 'and interest must not both be 0',
    path: ['principal'],
  })
  .refine(({ asOf, dueOn }) => Math.abs(daysBetween(dueOn, asOf)) <= 3_660, {
    error: 'must be within ten years of asOf',
    path: ['dueOn'],
  })
  .refine(({ asOf, dueOn, dpd }) => dpd === undefined || dpd === dpdOf({ asOf, dueOn }), {
    error: 'does not fit asOf and dueOn',
    path: ['dpd'],
  })
  .refine(({ asOf, dueOn, bucket }) => bucket === undefined || bucket === bucketOf(dpdOf({ asOf, dueOn })), {
    error: 'does not fit asOf and dueOn',
    path: ['bucket'],
  });

export type PortfolioRow = z.infer<typeof rowShape>;

/** A row, or everything that is wrong with it by field. */
export const readPortfolioRow = (value: unknown): { row: PortfolioRow } | { faults: SchemaFault[] } => {
  const read = rowShape.safeParse(value);
  return read.success ? { row: read.data } : { faults: schemaFaults(read.error) };
};
