import { channels } from '@recourse/domain/contact/channels';
import type { HoldReason } from '@recourse/domain/holds/hold';
import { holdReasons } from '@recourse/domain/holds/hold-reasons';
import { holdStops } from '@recourse/domain/holds/hold-stops';
import { daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import { z } from 'zod';
import { count, day, id, instant, minor, oneOf } from './event-fields.js';
import { charge, out, waiver } from './money-events-schema.js';
import { acceleration, creditorChange, restructuring } from './schedule-events-schema.js';
import { instalment, object, sums, terms } from './loan-shapes-schema.js';

/** Holds of our own making, which nobody tells us of. */
type OurOwn = 'verification' | 'loan-mismatch' | 'unresolved-event';
const isOurOwn = (reason: HoldReason): reason is OurOwn =>
  reason === 'verification' || reason === 'loan-mismatch' || reason === 'unresolved-event';

type ToldReason = Exclude<HoldReason, OurOwn>;

/** Reasons a hold can be taken on for. */
export const toldHoldReasons = holdReasons.filter((reason): reason is ToldReason => !isOurOwn(reason)) as [
  ToldReason,
  ...ToldReason[],
];

/** A ledger goes 90 days back, a screening of visits further: nobody looks at what is older. */
export const historyDays = 180;

const yesOrNo = z.boolean('must be true or false');

export const takenOnPayment = z.object(
  {
    paymentId: id,
    amount: minor.min(1, 'must be above zero'),
    valueDate: day,
    receivedAt: instant,
    reversedOn: day.exactOptional(),
  },
  object,
);

export const takenOnContact = z
  .object(
    {
      contactId: id,
      personId: id,
      pointId: id.exactOptional(),
      channel: oneOf(channels),
      at: instant,
      connected: yesOrNo,
      conversation: yesOrNo,
      rightParty: yesOrNo,
    },
    object,
  )
  .refine(({ connected, conversation, rightParty }) => connected || (!conversation && !rightParty), {
    error: 'must be true where there was a conversation or the right party',
    path: ['connected'],
  });

export const takenOnNotice = z.object(
  {
    kind: z.string('must be text').regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be small letters, digits and hyphens'),
    instalments: z.array(count(1), 'must be a list of instalment numbers').min(1, 'must name an instalment'),
    provedOn: day,
  },
  object,
);

export const takenOnHold = z
  .object(
    {
      holdId: id,
      reason: oneOf(toldHoldReasons),
      stops: z.array(oneOf(holdStops), 'must be a list').min(1, 'must name something it stops'),
      personId: id.exactOptional(),
      pointId: id.exactOptional(),
      from: instant,
      until: instant.exactOptional(),
    },
    object,
  )
  .refine(({ stops }) => stops.includes('contact'), { error: 'must name contact', path: ['stops'] })
  .refine(({ from, until }) => until === undefined || until > from, {
    error: 'must be after it begins',
    path: ['until'],
  });

const once = <T>(of: (each: T) => string | number) =>
  [(all: readonly T[]) => new Set(all.map(of)).size === all.length, 'names something twice'] as const;

const afterBooks = 'must not be after the day the books were closed on';

/** Everything of a running loan that a case goes by, at once. Ids only. */
export const loanTakenOn = z
  .object(
    {
      terms,
      asOf: day.describe("The day the books were closed on, in the loan's zone."),
      arrearsTotal: minor,
      outstandingTotal: minor,
      instalments: z
        .array(instalment.and(z.object({ state: oneOf(['missed', 'met']) }, object)), 'must be a list')
        .min(1, 'must name an instalment')
        .max(600, 'must be at most 600')
        .refine(...once(({ number }: { number: number }) => number)),
      payments: z
        .array(takenOnPayment, 'must be a list')
        .max(2_000, 'must be at most 2000')
        .refine(...once(({ paymentId }: { paymentId: string }) => paymentId)),
      charges: z
        .array(charge, 'must be a list')
        .max(2_000, 'must be at most 2000')
        .refine(...once(({ chargeId }: { chargeId: string }) => chargeId))
        .exactOptional()
        .describe('What was charged beside the instalments; absent: nothing was.'),
      waivers: z
        .array(waiver.extend({ withdrawnOn: day.exactOptional() }), 'must be a list')
        .max(2_000, 'must be at most 2000')
        .refine(...once(({ waiverId }: { waiverId: string }) => waiverId))
        .exactOptional(),
      moneyOut: z
        .array(out, 'must be a list')
        .max(2_000, 'must be at most 2000')
        .refine(...once(({ outId }: { outId: string }) => outId))
        .exactOptional(),
      restructurings: z
        .array(restructuring, 'must be a list')
        .max(100, 'must be at most 100')
        .refine(...once(({ restructuringId }: { restructuringId: string }) => restructuringId))
        .exactOptional()
        .describe('Its schedules, one after the other; `instalments` tells which were missed or met.'),
      accelerations: z
        .array(acceleration.extend({ undoneOn: day.exactOptional() }), 'must be a list')
        .max(100, 'must be at most 100')
        .refine(...once(({ accelerationId }: { accelerationId: string }) => accelerationId))
        .exactOptional(),
      creditors: z
        .array(creditorChange, 'must be a list')
        .max(100, 'must be at most 100')
        .refine(...once(({ changeId }: { changeId: string }) => changeId))
        .exactOptional(),
      notices: z.array(takenOnNotice, 'must be a list').max(200, 'must be at most 200'),
      contacts: z
        .array(takenOnContact, 'must be a list')
        .max(2_000, 'must be at most 2000')
        .refine(...once(({ contactId }: { contactId: string }) => contactId)),
      contactsToldUntil: instant
        .exactOptional()
        .describe(
          'Every contact of the 180 days before is told, and nobody else makes any after. Absent: not all is known.',
        ),
      holds: z
        .array(takenOnHold, 'must be a list')
        .max(100, 'must be at most 100')
        .refine(...once(({ holdId }: { holdId: string }) => holdId)),
      refusedOn: day.exactOptional(),
    },
    object,
  )
  .refine(({ arrearsTotal, outstandingTotal }) => outstandingTotal >= arrearsTotal, {
    error: 'must be at least arrearsTotal',
    path: ['outstandingTotal'],
    ...sums,
  })
  .refine(({ instalments, asOf }) => instalments.every(({ dueOn }) => dueOn <= asOf), {
    error: 'must not fall due after the day the books were closed on',
    path: ['instalments'],
  })
  .refine(
    ({ payments, asOf }) => payments.every(({ valueDate, reversedOn = '' }) => valueDate <= asOf && reversedOn <= asOf),
    {
      error: afterBooks,
      path: ['payments'],
    },
  )
  .refine(
    ({ charges = [], asOf }) => charges.every(({ dueOn, raisedOn = dueOn }) => dueOn <= asOf && raisedOn <= asOf),
    { error: afterBooks, path: ['charges'] },
  )
  .refine(
    ({ waivers = [], asOf }) =>
      waivers.every(({ waivedOn, withdrawnOn = waivedOn }) => waivedOn <= asOf && withdrawnOn <= asOf),
    { error: afterBooks, path: ['waivers'] },
  )
  .refine(({ moneyOut = [], asOf }) => moneyOut.every(({ on, dueOn = on }) => on <= asOf && dueOn <= asOf), {
    error: afterBooks,
    path: ['moneyOut'],
  })
  .refine(({ restructurings = [], asOf }) => restructurings.every(({ on }) => on <= asOf), {
    error: afterBooks,
    path: ['restructurings'],
  })
  .refine(
    ({ accelerations = [], asOf }) => accelerations.every(({ on, undoneOn = on }) => on <= asOf && undoneOn <= asOf),
    { error: afterBooks, path: ['accelerations'] },
  )
  .refine(
    ({ creditors = [], asOf }) => creditors.every(({ on, notifiedOn = on }) => on <= asOf && notifiedOn <= asOf),
    {
      error: afterBooks,
      path: ['creditors'],
    },
  )
  .refine(({ notices, asOf }) => notices.every(({ provedOn }) => provedOn <= asOf), {
    error: afterBooks,
    path: ['notices'],
  })
  .refine(({ refusedOn = '', asOf }) => refusedOn <= asOf, { error: afterBooks, path: ['refusedOn'] })
  .refine(({ contacts, asOf }) => contacts.every(({ at }) => daysBetween(at.slice(0, 10), asOf) <= historyDays + 1), {
    error: `must not be more than ${historyDays} days old`,
    path: ['contacts'],
  });
