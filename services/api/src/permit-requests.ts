import { mostPermitDials, mostPermitMinutes } from '@recourse/domain/contact/permit';
import { attemptPattern } from '@recourse/infra/events/contact-outcomes-schema';
import { count, day, id, instant, minor, oneOf } from '@recourse/infra/events/event-fields';
import { refuseWishesOfOthers, wishes } from '@recourse/infra/events/wishes-schema';
import { namesPromise, outcomeDetails, promiseUnnamed } from '@recourse/infra/events/outcome-details-schema';
import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { z } from 'zod';
import { Problem } from './problem.js';

const codes = Object.keys(outcomeTable) as [OutcomeCode, ...OutcomeCode[]];

const strict = (issue: { code?: string; keys?: string[] }): string =>
  issue.code === 'unrecognized_keys' ? `has no field ${issue.keys?.join(', ')}` : 'must be an object';

const permit = z.strictObject(
  {
    id: id.describe('Names the permit for ever, chosen by who asks: the same again answers the same permit.'),
    person: id,
    point: id.describe('The number that is dialled, by our id.'),
    loans: z
      .array(id, 'must be a list of loan ids')
      .min(1, 'must name at least one loan')
      .max(20, 'must be at most 20 loans')
      .refine((loans) => new Set(loans).size === loans.length, 'must name each loan once'),
    placement: z
      .string('must be text')
      .regex(attemptPattern, 'must be the id of the act that placed the loans')
      .exactOptional(),
    channel: oneOf(['call', 'dialler', 'voice-bot']),
    minutes: count(1, mostPermitMinutes),
    dials: count(1, mostPermitDials),
  },
  { error: strict },
);

const dial = z.strictObject(
  {
    dial: count(1, mostPermitDials),
    key: id
      .describe('Names this request: under it a lost answer is given again, while the dial may begin.')
      .exactOptional(),
  },
  { error: strict },
);

const outcome = z
  .strictObject(
    {
      code: z.enum(codes, 'is not an outcome code'),
      details: outcomeDetails({ amount: minor.min(1, 'must be above zero'), day, instant }).exactOptional(),
      wishes: wishes.exactOptional(),
      at: instant.exactOptional(),
    },
    { error: strict },
  )
  .superRefine(refuseWishesOfOthers)
  .refine(namesPromise, promiseUnnamed)
  .refine(({ code, details }) => code !== 'call-back-at' || details?.callBackAt !== undefined, {
    error: 'a call back needs its time',
    path: ['details', 'callBackAt'],
  });

const permitPath = z.object({ id });
const dialPath = z.object({ id, n: z.coerce.number('must be a whole number').pipe(count(1, mostPermitDials)) });

/** What holders of permits may ask (docs/permits-api.md). */
export const permitRequests = { permit, dial, outcome, permitPath, dialPath } as const;

/** What was asked, understood. @throws Problem 400 with every field that is wrong and why; never with what stood there */
export function understood<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({
    field: path.map(String).join('.') || 'body',
    reason: message,
  }));
  throw new Problem(400, 'bad-request', 'the request cannot be understood', { errors });
}
