import { z } from 'zod';
import { addDays, daysBetween } from '../calendar/day-arithmetic.js';
import type { Instant } from '../calendar/instant.js';
import { minutesLater } from '../calendar/local-time.js';
import { channel, timeOfDay, weekday } from '../law/shapes/gate-words.js';
import { strictly } from '../policy/strictly.js';
import { minuteOf } from './minute-of.js';
import { minutesTogether } from './minutes-together.js';
import type { AgreedTime } from './standing-of-person.js';

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');
/** Earlier or later is a slip of the pen. */
const earliest = '1900-01-01';
const end = '2100-01-01';
const isFirst = { when: ({ issues }: { issues: readonly unknown[] }): boolean => issues.length === 0 };
const tooEarly = { ...isFirst, error: 'must not be before 1900' };
const tooLate = { ...isFirst, error: 'must be before 2100' };
const pointId = z.string('must be text').min(1, 'must not be empty').max(64, 'must be at most 64 characters');

/** A day on which something was so. */
export const toldDay = day.refine((told) => told >= earliest, tooEarly).refine((told) => told < end, tooLate);

/** A time with its offset, kept in UTC. */
export const toldInstant = z.iso
  .datetime({ offset: true, error: 'must be a time with its offset, such as 2026-03-02T10:00:00+08:00' })
  .refine((text) => text >= earliest, tooEarly)
  .refine((text) => text < end, tooLate)
  .transform((text) => new Date(text).toISOString());

/** Nobody agrees for good to be called at night, whoever says so. */
export const mostAgreedDays = 31;

/** Nobody agrees to be called all night: so long is one time of a day at most, and so long are all of a day together. */
export const mostAgreedHours = 4;

const forwards = {
  check: ({ from, to }: { from: string; to: string }): boolean => from < to,
  fault: { error: 'must be after from: a time past midnight is two', path: ['to'] },
};

/** One item each of what is told of a person's standing (`StandingOfPerson`), wherever it is told: from the directory, or in a question to the gate. */
export const consentShape = strictly({
  to: z.enum(['medium', 'more-calls'], 'must be medium or more-calls'),
  channel,
  pointId: pointId.exactOptional(),
  basis: z.enum(
    ['consent', 'creditor-handover', 'inbound', 'reassigned-check'],
    'must be one of consent, creditor-handover, inbound, reassigned-check',
  ),
  at: toldInstant,
  until: toldInstant.exactOptional(),
}).refine(({ at, until }) => until === undefined || at < until, { error: 'must be after at', path: ['until'] });

export const optOutShape = strictly({
  channel: channel.exactOptional(),
  pointId: pointId.exactOptional(),
  at: toldInstant,
});

type Agreed = Pick<AgreedTime, 'from' | 'to' | 'fromDay' | 'untilDay'>;

/** The bounds of a time agreed on, the same wherever it is told. When it was told, `isAgreedTooFar` asks. */
export const agreedWithinBounds = <Shape extends z.ZodType<Agreed>>(shape: Shape): Shape =>
  shape
    .refine(forwards.check, forwards.fault)
    .refine(({ from, to }) => minuteOf(to) - minuteOf(from) <= mostAgreedHours * 60, {
      error: `must be at most ${mostAgreedHours} hours after from`,
      path: ['to'],
    })
    .refine(({ fromDay, untilDay }) => fromDay <= untilDay, { error: 'must not be before fromDay', path: ['untilDay'] })
    .refine(({ fromDay, untilDay }) => daysBetween(fromDay, untilDay) <= mostAgreedDays, {
      error: `must be at most ${mostAgreedDays} days after fromDay`,
      path: ['untilDay'],
    });

export const agreedTimeShape = agreedWithinBounds(
  strictly({
    from: timeOfDay,
    to: timeOfDay,
    channels: z.array(channel, 'must be a list').min(1, 'must not be empty').exactOptional(),
    fromDay: day,
    untilDay: day,
  }),
);

/** Where the day begins first it is this much later than in UTC. */
const furthestMinutes = 14 * 60;

/** Whether an agreed time ends later than may be agreed on at `toldAt`: months one after another are no month. */
export const isAgreedTooFar = ({ untilDay }: Pick<Agreed, 'untilDay'>, toldAt: Instant): boolean =>
  untilDay > addDays(minutesLater(toldAt, furthestMinutes).slice(0, 10), mostAgreedDays);

/** What is wrong with the `untilDay` of one that does. */
export const agreedTooFar = `must be at most ${mostAgreedDays} days after it is told`;

/** Whether the times of one day come to more than may be agreed on: four hours, and four more, are a night. */
export const isTooMuchAgreed = (agreed: readonly Agreed[]): boolean =>
  agreed.some(
    ({ fromDay: day }) =>
      minutesTogether(agreed.filter(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay)) >
      mostAgreedHours * 60,
  );

/** What is wrong with them. */
export const agreedTooMuch = `must come to at most ${mostAgreedHours} hours of one day together`;

export const inconvenientTimeShape = strictly({
  days: z.array(weekday, 'must be a list').min(1, 'must not be empty'),
  from: timeOfDay,
  to: timeOfDay,
}).refine(forwards.check, forwards.fault);
