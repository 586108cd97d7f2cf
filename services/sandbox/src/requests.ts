import { z } from 'zod';
import { hazardKinds } from './hazards.js';
import { isZone } from './local-time.js';
import { messageChannels } from './message-provider.js';

/** What may be asked of the sandbox. Messages say what is expected, so that they can stand beside the field's name. */
const id = z.string('must be text').regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 of A-Z a-z 0-9 . _ -');
const actId = z.string('must be text').min(1, 'must not be empty').max(400, 'must be at most 400 characters');
const text = z.string('must be text').min(1, 'must not be empty');
const day = z.iso.date('must be a day that exists, YYYY-MM-DD');
const instant = z.iso
  .datetime({ offset: true, error: 'must be an RFC 3339 time with its offset' })
  .transform((at) => new Date(at).toISOString());
const whole = (least: number) => z.int('must be a whole number').min(least, `must be at least ${least}`);

/** What a person or point has beyond these is the lender's, and shown by the directory as it was given. */
const persons = z.array(
  z.looseObject({
    personId: id,
    zone: z.string('must be text').refine(isZone, 'must be an IANA time zone').exactOptional(),
    language: text,
    points: z.array(
      z.looseObject({
        pointId: id,
        kind: z.enum(['mobile', 'email', 'app', 'im', 'address'], 'must be mobile, email, app, im or address'),
        value: text,
        verifiedOn: day.exactOptional(),
        source: text,
      }),
      'must be a list',
    ),
  }),
  'must be a list',
);

const event = z
  .object({
    specversion: z.literal('1.0', 'must be 1.0'),
    id: text,
    source: text.default('/servicing/sandbox'),
    type: text,
    time: instant,
    tenant: id,
    loan: id,
    data: z.unknown().optional(),
    raw: z.string('must be text').optional(),
  })
  .refine(({ data, raw }) => (raw === undefined) !== (data === undefined), {
    error: 'either data or raw must be given',
    path: ['data'],
  });

const said = z.array(
  z.object({
    code: z.enum(
      [
        'no-answer',
        'busy',
        'powered-off',
        'invalid-number',
        'voicemail',
        'hung-up-before-verification',
        'hung-up-after',
        'not-verified',
        'third-party-relays',
        'third-party-refuses',
        'wrong-number',
        'promise',
        'pays-now',
        'already-paid',
        'payment-pending',
        'call-back-at',
        'hardship',
        'refuses',
        'disputes',
        'complains',
        'asks-proof',
        'asks-written',
        'represented',
        'deceased-reported',
        'incapacity',
        'self-harm-risk',
        'language',
      ],
      'must be an outcome code',
    ),
    kept: z.boolean('must be true or false').exactOptional(),
  }),
  'must be a list',
);

const handed = {
  id: actId,
  loan: id,
  person: id,
  amount: whole(0),
  currency: z.string('must be text').regex(/^[A-Z]{3}$/, 'must be three capital letters'),
  creditor: id.optional(),
  notAfter: instant,
};

export const requests = {
  agenda: z.object({ now: instant }),
  asked: z.object({ tenant: id }),
  play: z.object({ until: instant }),
  portfolio: z
    .object({
      seed: text.default('sandbox'),
      tenant: id,
      loans: whole(1).max(5_000, 'must be at most 5000').default(240),
      persons: whole(1).default(200),
      from: day,
      until: day,
    })
    .refine(({ from, until }) => until > from, { error: 'must be after from', path: ['until'] })
    .refine(({ loans, persons: heads }) => heads <= loans, {
      error: 'must be at most the number of loans',
      path: ['persons'],
    }),
  portfolioEvents: z
    .object({ tenant: id, seed: text.default('sandbox'), events: z.array(event, 'must be a list'), persons })
    .superRefine(({ tenant, events }, check) => {
      for (const [index, each] of events.entries()) {
        if (each.tenant !== tenant)
          check.addIssue({
            code: 'custom',
            message: 'must be the tenant of the request',
            path: ['events', index, 'tenant'],
          });
      }
    }),
  hazard: z.object({
    channel: z.enum(
      [...messageChannels, 'agency', 'law-firm', 'servicing', 'directory'],
      'must be a channel of the sandbox',
    ),
    kind: z.enum(hazardKinds, `must be one of ${hazardKinds.join(', ')}`),
    times: whole(1).max(1_000, 'must be at most 1000').default(1),
  }),
  borrowerPays: z.object({ loan: id, amount: whole(1).optional(), at: instant.optional() }),
  borrowerScript: z.object({
    loan: id,
    calls: said.exactOptional(),
    bots: said.exactOptional(),
    visits: said.exactOptional(),
    afterwards: z.enum(['silent', 'chance'], 'must be silent or chance').default('silent'),
    alwaysReached: z.boolean('must be true or false').default(true),
    paysAtSend: whole(1).exactOptional(),
    paysAtAgencyDial: whole(1).exactOptional(),
    agencyDialsUnasked: whole(1).exactOptional(),
    agencyReturnsAfterDays: whole(0).exactOptional(),
    lawFirmReturnsAfterDays: whole(0).exactOptional(),
  }),
  search: z.object({ person: id }),
  letters: z.object({ after: z.coerce.number('must be a number').pipe(whole(0)).default(0) }),
  borrowerAsks: z.object({
    loan: id,
    asks: z.object({
      kind: z.enum(
        ['repayment-plan', 'deferral', 'hardship', 'settlement'],
        'must be repayment-plan, deferral, hardship or settlement',
      ),
      parts: whole(1),
      firstInDays: whole(0),
      percentOff: whole(1).exactOptional(),
    }),
    breaksAfter: whole(0).exactOptional(),
    paysLaterDays: whole(0).default(30),
  }),
  agreement: z.object({
    id: actId,
    loan: id,
    hash: z.string('must be text').regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'),
    kind: text,
    schedule: z.array(z.object({ dueOn: day, amount: whole(1) }), 'must be a list').min(1, 'must not be empty'),
  }),
  channel: z.object({ channel: z.enum(messageChannels, `must be one of ${messageChannels.join(', ')}`) }),
  message: z.object({ id: actId, to: text, language: text, text, notAfter: instant }),
  conversation: z.object({ id: actId, to: text }),
  handed: z.object(handed),
  callBack: z.object({ id: actId, reason: text }),
} as const;
