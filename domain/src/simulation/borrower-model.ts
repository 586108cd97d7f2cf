import { z } from 'zod';
import { bucketShape } from './bucket-shape.js';
import { holdReasons } from '../holds/hold-reasons.js';

const chance = z.number('must be a number').min(0, 'must be 0 to 1').max(1, 'must be 0 to 1');
const factor = z.number('must be a number').min(0, 'must be 0 to 100').max(100, 'must be 0 to 100');
const share = z.number('must be a number').min(0, 'must be 0 to 100').max(100, 'must be 0 to 100');
const days = z.int('must be a whole number').min(0, 'must be 0 to 366').max(366, 'must be 0 to 366');
const day = z.iso.date('must be a day that exists, YYYY-MM-DD');

const borrowerType = z.strictObject({
  type: z.string().regex(/^[a-z][a-z-]{0,30}$/, 'small letters and hyphens'),
  share,
  missesAgain: chance,
  pays: factor,
  reached: factor,
  responds: factor,
  keeps: chance,
  paysAll: chance,
});

const fate = z
  .strictObject({ delivered: share, failed: share, unknown: share })
  .refine(({ delivered, failed, unknown }) => delivered + failed + unknown > 0, 'must not all be 0');
const byBucket = z.partialRecord(bucketShape, chance);
const unreachedCode = z.enum([
  'no-answer',
  'busy',
  'powered-off',
  'invalid-number',
  'voicemail',
  'hung-up-before-verification',
  'not-verified',
  'third-party-relays',
  'third-party-refuses',
  'wrong-number',
  'language',
]);
const unreached = z
  .partialRecord(unreachedCode, share)
  .refine((shares) => Object.values(shares).reduce((sum, each) => sum + each, 0) <= 100, 'must not be more than 100');
const said = z.enum([
  'promise',
  'pays-now',
  'already-paid',
  'payment-pending',
  'hardship',
  'hung-up-after',
  'refuses',
  'call-back-at',
  'disputes',
  'complains',
  'asks-proof',
  'asks-written',
]);

/** How borrowers behave in a simulation (`policies/simulation/borrowers.yaml`, which says what each field means). Assumptions, never law. */
export const borrowerModelShape = z.strictObject({
  model: z.string().regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens'),
  version: z.int().min(1),
  types: z
    .array(borrowerType)
    .min(1, 'must not be empty')
    .refine((types) => types.some(({ share: of }) => of > 0), 'must not all have share 0')
    .refine(
      (types) => new Set(types.map(({ type }) => type)).size === types.length,
      'must have a name of their own each',
    ),
  unasked: z
    .array(z.strictObject({ throughDpd: z.int().min(0), chance }))
    .min(1, 'must not be empty')
    .refine(
      (ages) => ages.every(({ throughDpd }, nth) => nth === 0 || throughDpd > (ages[nth - 1]?.throughDpd ?? 0)),
      'must ascend',
    ),
  paydays: z.strictObject({ daysOfMonth: z.array(z.int().min(1).max(31)), times: factor }),
  spokenTo: z.strictObject({ days, times: factor }),
  festivals: z.strictObject({ times: factor, spans: z.array(z.strictObject({ from: day, to: day })) }),
  messages: z.strictObject({ sms: fate, email: fate, app: fate, im: fate, letter: fate }),
  responses: z.strictObject({
    withinDays: z.int().min(1, 'must be 1 to 30').max(30, 'must be 1 to 30'),
    sms: byBucket,
    email: byBucket,
    app: byBucket,
    im: byBucket,
    letter: byBucket,
    'voice-bot': byBucket,
    dialler: byBucket,
    call: byBucket,
    visit: byBucket,
  }),
  spoken: z.strictObject({ telephone: unreached, door: unreached }),
  rightParty: z
    .partialRecord(said, share)
    .refine((shares) => Object.values(shares).some((each) => each > 0), 'must not be empty'),
  promisedDays: z.int().min(0, 'must be 0 to 30').max(30, 'must be 0 to 30'),
  tasksMissed: share,
  resolvedAfterDays: z.partialRecord(z.enum(holdReasons), days),
  handedOver: z.strictObject({ agency: factor, 'law-firm': factor }),
  parts: z
    .strictObject({ from: chance, to: chance })
    .refine(({ from, to }) => from > 0 && from <= to && to < 1, 'must be from above 0 to below 1'),
});

export type BorrowerModel = z.infer<typeof borrowerModelShape>;
export type BorrowerType = BorrowerModel['types'][number];
