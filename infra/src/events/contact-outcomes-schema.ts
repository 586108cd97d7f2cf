import { outcomeTable } from '@recourse/domain/contact/outcome-table';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { z } from 'zod';
import { day, id, instant, minor, oneOf } from './event-fields.js';
import { channels } from '@recourse/domain/contact/channels';
import { namesPromise, outcomeDetails, promiseUnnamed } from './outcome-details-schema.js';
import { isUnverifiedGift, refuseAgreedTooFar, refuseWishesOfOthers, stopWord, wishes } from './wishes-schema.js';

const object = 'must be an object';

/** An attempt is named by the act that made it: `tenant/loan/episode/round/step/try`. */
export const attemptPattern =
  /^[A-Za-z0-9._-]{1,64}\/[A-Za-z0-9._-]{1,64}\/\d{1,6}\/\d{1,6}\/[A-Za-z0-9._-]{1,64}\/\d{1,6}$/;

const attempt = z
  .string('must be text')
  .regex(attemptPattern, 'must be the id of an act')
  .describe('The act id we gave when we asked for the contact.');

const codes = Object.keys(outcomeTable) as [OutcomeCode, ...OutcomeCode[]];

const details = outcomeDetails({ amount: minor.min(1, 'must be above zero'), day, instant }).describe(
  'What was said, as far as the case needs it; never free text.',
);

const callBackIncomplete = { error: 'a call back needs its time', path: ['details', 'callBackAt'] };

const messageReceipt = z.object({ attempt, status: oneOf(['delivered', 'failed']), at: instant }, object);

const callFinished = z
  .object(
    {
      attempt,
      code: z.enum(codes, 'is not an outcome code'),
      details: details.exactOptional(),
      wishes: wishes.exactOptional(),
      at: instant,
    },
    object,
  )
  .superRefine(refuseWishesOfOthers)
  .superRefine(refuseAgreedTooFar)
  .refine(namesPromise, promiseUnnamed)
  .refine(({ code, details: said }) => code !== 'call-back-at' || said?.callBackAt !== undefined, {
    error: 'a call back needs its time',
    path: ['details', 'callBackAt'],
  });

const partnerReported = z.object(
  {
    placement: attempt.describe('The act id that placed the loan with the partner.'),
    report: oneOf(['returned', 'recall-acknowledged', 'milestone']),
    reason: z
      .string('must be text')
      .regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u, 'must be 1 to 200 characters')
      .describe('A code or short phrase; never personal data.'),
    at: instant,
  },
  object,
);

const agencyContact = z
  .object(
    {
      placement: attempt.describe('The act id that placed the loan with the agency.'),
      person: id.describe('Who was contacted, by our id.'),
      point: id.describe('The contact point that was used, by our id.'),
      channel: oneOf(channels).describe('How.'),
      code: z.enum(codes, 'is not an outcome code'),
      details: details.exactOptional(),
      wishes: wishes.exactOptional(),
      permit: z
        .object({ id, dial: z.int('must be a whole number').min(1, 'must be at least 1') }, object)
        .exactOptional()
        .describe('The permit and the dial of it that let the contact go; without one it is a breach.'),
      at: instant,
    },
    object,
  )
  .superRefine(refuseWishesOfOthers)
  .superRefine(refuseAgreedTooFar)
  .refine(namesPromise, promiseUnnamed)
  .refine(({ code, details: said }) => code !== 'call-back-at' || said?.callBackAt !== undefined, callBackIncomplete);

const messageAnswered = z
  .object(
    {
      attempt: attempt.describe('The act id of the message it answers.'),
      word: stopWord.exactOptional(),
      wishes: wishes.exactOptional(),
      verified: z
        .boolean('must be true or false')
        .exactOptional()
        .describe('Whoever wrote was proved to be the person, as in the app after login.'),
      at: instant,
    },
    object,
  )
  .refine(({ word, wishes: told }) => word !== undefined || told !== undefined, {
    error: 'an answer has a word or wishes',
    path: ['word'],
  })
  .superRefine(refuseAgreedTooFar)
  .refine((answer) => !isUnverifiedGift(answer), {
    error: 'must be true where wishes give consent, agree a time or a language: anybody may have the telephone in hand',
    path: ['verified'],
  });

/** The data of every outcome we accept from those who carry out contacts and collect for us, by name. */
export const contactOutcomes = {
  'message-receipt': messageReceipt.describe('What became of a message.'),
  'message-answered': messageAnswered.describe(
    'What a person answers to a message of ours, as far as it is about being contacted: a word that asks to stop, or wishes.',
  ),
  'call-finished': callFinished.describe('What came of a dialled or voice-bot call.'),
  'partner-reported': partnerReported.describe('An agency or law firm tells of something placed with it.'),
  'agency-contact-reported': agencyContact.describe('An agency tells of a contact it made.'),
} as const;

export type ContactOutcomeName = keyof typeof contactOutcomes;

/** The CloudEvents `type` of an outcome and back; undefined when it is none of ours. */
export const contactOutcomeType = (name: ContactOutcomeName): string => `com.recourse.contact.${name}.v1`;

export const contactOutcomeName = (type: string): ContactOutcomeName | undefined =>
  (Object.keys(contactOutcomes) as ContactOutcomeName[]).find((name) => contactOutcomeType(name) === type);
