import { daysBetween } from '@recourse/domain/calendar/day-arithmetic';
import type { ProtectedBecause } from '@recourse/domain/case/loan-fact';
import { sumOf } from '@recourse/domain/money/components';
import { z } from 'zod';
import { currency, day, id, instant, minor, oneOf } from './event-fields.js';
import { instalment, object, sums, terms } from './loan-shapes-schema.js';
import { loanTakenOn } from './loan-taken-on-schema.js';
import { matterEvents } from './matter-events-schema.js';
import { moneyEvents } from './money-events-schema.js';
import { scheduleEvents } from './schedule-events-schema.js';

const instalmentMissed = z
  .object({ terms, instalment, asOf: day, arrearsTotal: minor, outstandingTotal: minor }, object)
  .refine(({ asOf, instalment: { dueOn } }) => asOf >= dueOn, {
    error: 'must not be before the due date',
    path: ['asOf'],
  })
  .refine(({ arrearsTotal, instalment: { due } }) => arrearsTotal >= sumOf(due), {
    error: 'must be at least the sum of the missed instalment',
    path: ['arrearsTotal'],
    ...sums,
  })
  .refine(({ arrearsTotal, outstandingTotal }) => outstandingTotal >= arrearsTotal, {
    error: 'must be at least arrearsTotal',
    path: ['outstandingTotal'],
    ...sums,
  });

const instalmentMet = z.object({ instalment, asOf: day }, object);

/** Back-dating for a wrongly booked payment happens; ten years back or the day after tomorrow is a mistake. */
const longestBackDatingDays = 3_653;

const paymentReceived = z
  .object(
    {
      paymentId: id,
      amount: minor.min(1, 'must be above zero'),
      currency,
      valueDate: day.describe('From which day the money counts; may lie before receivedAt.'),
      receivedAt: instant,
      method: oneOf(['transfer', 'direct-debit', 'card', 'wallet', 'cash']),
      payer: oneOf(['debtor', 'third-party']),
    },
    object,
  )
  .refine(({ valueDate, receivedAt }) => daysBetween(receivedAt.slice(0, 10), valueDate) <= 1, {
    error: 'must not be after the day the money was received',
    path: ['valueDate'],
  })
  .refine(({ valueDate, receivedAt }) => daysBetween(valueDate, receivedAt.slice(0, 10)) <= longestBackDatingDays, {
    error: 'must not be more than ten years before the money was received',
    path: ['valueDate'],
  });

const paymentReversed = z.object(
  { paymentId: id, reversedOn: day, reason: oneOf(['returned', 'charged-back', 'booked-in-error']) },
  object,
);
const loanClosed = z.object(
  { reason: oneOf(['paid-off', 'settled', 'sold', 'uncollectable', 'opened-in-error']) },
  object,
);
const aboutPerson = z.object({ personId: id }, object);

const protectedBecause = {
  vulnerability: true,
  'identity-theft': true,
  'military-service': true,
  'breathing-space': true,
  dispute: true,
  'cease-request': true,
} satisfies Record<ProtectedBecause, true>;
const personProtected = aboutPerson.extend({
  reason: oneOf(Object.keys(protectedBecause) as [ProtectedBecause, ...ProtectedBecause[]]),
  moratorium: oneOf(['standard', 'crisis'])
    .exactOptional()
    .describe(
      'Of breathing space: the standard moratorium, which ends by itself, or the one in a mental health crisis, which somebody ends. Absent: as the latter.',
    ),
});

const personMerged = z.object(
  {
    from: id,
    into: id,
    by: z
      .string('must be text')
      .regex(/^operator\/[A-Za-z0-9._-]{1,64}$/, 'must be operator/ and a name')
      .exactOptional()
      .describe('The operator who said so; absent: servicing.'),
  },
  object,
);

/** The data of every event we accept about a loan, by name. Fields we do not know are ignored, so that servicing may add some. */
export const servicingEvents = {
  'instalment-missed': instalmentMissed.describe(
    'An instalment was not paid by its due date. Tells the terms of the loan; together with loan-taken-on the only event that can make us know a loan.',
  ),
  'instalment-met': instalmentMet.describe('An instalment was paid by its due date.'),
  'payment-received': paymentReceived.describe('Money came in. The same paymentId again is the same payment.'),
  'payment-reversed': paymentReversed.describe('A payment was taken back in full.'),
  ...moneyEvents,
  ...scheduleEvents,
  'loan-closed': loanClosed.describe('The loan is over.'),
  'loan-taken-on': loanTakenOn.describe(
    'A running loan that somebody else collected before us, with its history. Told once, before anything else of the loan.',
  ),
  'person-died': aboutPerson.describe('A debtor died: everything stops for the person, on every loan.'),
  'person-insolvent': aboutPerson
    .extend({
      on: day
        .exactOptional()
        .describe(
          'Day the court accepted it: nothing is charged for lateness from then on, however late it is told. Absent: from the day it is heard of.',
        ),
    })
    .describe('Insolvency of a debtor: everything stops for the person, on every loan.'),
  'person-opted-out': aboutPerson.describe('A debtor wants no more contact from us.'),
  'person-protected': personProtected.describe(
    'Something protects a debtor on every loan. What stops is decided here, by the reason and the law of the place; a person ends it.',
  ),
  ...matterEvents,
  'person-merged': personMerged.describe(
    'Two records are of one human: whatever is said of `from`, before or after, is said of `into`. Both must be known. It cannot be taken back.',
  ),
} as const;

export type ServicingEventName = keyof typeof servicingEvents;

/** The CloudEvents `type` of a servicing event and back; undefined when it is none of ours. */
export const servicingEventType = (name: ServicingEventName): string => `com.recourse.servicing.${name}.v1`;

export const servicingEventName = (type: string): ServicingEventName | undefined =>
  (Object.keys(servicingEvents) as ServicingEventName[]).find((name) => servicingEventType(name) === type);
