import { channels } from '@recourse/domain/contact/channels';
import type { OutcomeCode } from '@recourse/domain/contact/outcome-codes';
import { isTakenFrom, takesBack, type Wish, type WishKind } from '@recourse/domain/contact/wish';
import { isStopWord } from '@recourse/domain/contact/stop-word';
import {
  agreedTooFar,
  agreedTooMuch,
  agreedWithinBounds,
  isAgreedTooFar,
  isTooMuchAgreed,
} from '@recourse/domain/contact/standing-shapes';
import { placeType, timePattern, weekday } from '@recourse/domain/law/shapes/gate-words';
import { z } from 'zod';
import { day, id, instant, oneOf } from './event-fields.js';
import { strictly } from '@recourse/domain/policy/strictly';

const object = 'must be an object';
const channel = oneOf(channels);
const time = z
  .string('must be text')
  .regex(timePattern, 'must be a time of day, HH:MM')
  .describe('Local time of the person; a time past midnight is two.');

/** `from` before `to`; the messages name the field. */
const forwards = { error: 'must be after from', path: ['to'] };
const isForwards = ({ from, to }: { from: string; to: string }): boolean => from < to;

const wish = z.discriminatedUnion(
  'wish',
  [
    strictly({
      wish: z.literal('opt-out'),
      channel: channel.exactOptional().describe('Absent: by no medium.'),
      pointId: id.exactOptional().describe('Absent: at no point.'),
    }).describe('No contact any more by this medium or at this point.'),
    strictly({
      wish: z.literal('consent'),
      to: oneOf(['medium', 'more-calls']),
      channel,
      pointId: id.exactOptional(),
      until: instant.exactOptional(),
    }).describe('Consent to a medium, or to more calls than a cap allows; it is dated by the event.'),
    agreedWithinBounds(
      strictly({
        wish: z.literal('agreed-time'),
        from: time,
        to: time,
        channels: z.array(channel, 'must be a list').min(1, 'must not be empty').exactOptional(),
        fromDay: day,
        untilDay: day,
      }),
    ).describe('A time the two agreed on, in which the hours of the law give way.'),
    strictly({
      wish: z.literal('inconvenient-time'),
      days: z.array(oneOf(weekday.options), 'must be a list').min(1, 'must not be empty').max(7, 'must be at most 7'),
      from: time,
      to: time,
    })
      .refine(isForwards, forwards)
      .describe('A time of these weekdays at which the person cannot be spoken with.'),
    strictly({ wish: z.literal('inconvenient-place'), place: oneOf(placeType.options) }).describe(
      'A kind of place at which the person is not to be contacted.',
    ),
    strictly({
      wish: z.literal('language'),
      language: z.string('must be text').regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a language, such as zh or en-GB'),
    }).describe('The language to use.'),
  ],
  {
    error: ({ code }) =>
      code === 'invalid_union'
        ? 'must be one of opt-out, consent, agreed-time, inconvenient-time, inconvenient-place, language'
        : object,
  },
) satisfies z.ZodType<Wish>;

/** Every kind of wish has its shape. */
wish satisfies z.ZodType<{ wish: WishKind }>;

/** What the person asked for or agreed to, as it comes in from whoever spoke with them. */
export const wishes = z
  .array(wish, 'must be a list')
  .min(1, 'must not be empty')
  .max(10, 'must be at most 10')
  .refine((told) => !isTooMuchAgreed(told.filter((each) => each.wish === 'agreed-time')), {
    error: `agreed times ${agreedTooMuch}`,
    when: ({ issues }) => issues.length === 0,
  })
  .describe('What the person asked for or agreed to. It binds everybody at once.');

type Told = { code: OutcomeCode; wishes?: readonly Wish[] };

/** Of wishes told with an outcome those that give a right are the person's own: the first that was taken from somebody not verified is named. */
export const refuseWishesOfOthers = ({ code, wishes: told = [] }: Told, context: z.core.$RefinementCtx): void => {
  const nth = told.findIndex((each) => !isTakenFrom(code, each));
  if (nth < 0) return;
  const message = 'is taken from the person only, and the code does not say that the person was reached';
  context.addIssue({ code: 'custom', message, path: ['wishes', nth], input: told[nth] });
};

type ToldAt = { at: string; wishes?: readonly Wish[] | undefined };

/** Nobody agrees to more than what is soon: the first wish that was agreed on for later is named. */
export const refuseAgreedTooFar = ({ at, wishes: told = [] }: ToldAt, context: z.core.$RefinementCtx): void => {
  const nth = told.findIndex((each) => each.wish === 'agreed-time' && isAgreedTooFar(each, at));
  if (nth < 0) return;
  context.addIssue({ code: 'custom', message: agreedTooFar, path: ['wishes', nth, 'untilDay'], input: told[nth] });
};

/** The words of an answer that is nothing but a wish to be left alone; no other words of anybody travel on Kafka. */
export const stopWord = z
  .string('must be text')
  .max(40, 'must be at most 40 characters')
  .refine(
    isStopWord,
    'is not a word that asks us to stop, such as STOP or 退订; what else was written does not go here',
  )
  .describe('An answer that is nothing but STOP, TD, 退订 or the like: an opt-out of the medium it answers.');

/** Whether an answer gives a right although nobody verified who wrote it. */
export const isUnverifiedGift = ({
  verified,
  wishes: told = [],
}: {
  verified?: boolean | undefined;
  wishes?: readonly Wish[] | undefined;
}): boolean => verified !== true && told.some((each) => !takesBack(each));
