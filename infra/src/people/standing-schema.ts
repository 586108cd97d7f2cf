import { channel, placeType, timeOfDay, weekday } from '@recourse/domain/law/shapes/gate-words';
import { z } from 'zod';
import { strictly } from './strictly.js';

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');
const instant = z.iso
  .datetime({ offset: true, error: 'must be a time with its offset, such as 2026-03-02T10:00:00+08:00' })
  .transform((text) => new Date(text).toISOString());
const pointId = z.string('must be text').min(1, 'must not be empty').max(64, 'must be at most 64 characters');
const most = <Item extends z.ZodType>(item: Item) => z.array(item, 'must be a list').max(50, 'must be at most 50');

const forwards = {
  check: ({ from, to }: { from: string; to: string }): boolean => from < to,
  fault: { error: 'must be after from: a time past midnight is two', path: ['to'] },
};

/** `US`, `US-MA`, `US-NY-NYC`. Whether we have its law is the gate's to ask. */
const place = z
  .string('must be text')
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/, 'must be a jurisdiction, such as CN, US-MA or US-NY-NYC');

const consent = strictly({
  to: z.enum(['medium', 'more-calls'], 'must be medium or more-calls'),
  channel,
  pointId: pointId.exactOptional(),
  basis: z.enum(
    ['consent', 'creditor-handover', 'inbound', 'reassigned-check'],
    'must be one of consent, creditor-handover, inbound, reassigned-check',
  ),
  at: instant,
  until: instant.exactOptional(),
}).refine(({ at, until }) => until === undefined || at < until, { error: 'must be after at', path: ['until'] });

const optOut = strictly({ channel: channel.exactOptional(), pointId: pointId.exactOptional(), at: instant });

const agreedTime = strictly({
  from: timeOfDay,
  to: timeOfDay,
  channels: z.array(channel, 'must be a list').min(1, 'must not be empty').exactOptional(),
  fromDay: day,
  untilDay: day,
})
  .refine(forwards.check, forwards.fault)
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, { error: 'must not be before fromDay', path: ['untilDay'] });

const inconvenientTime = strictly({
  days: z.array(weekday, 'must be a list').min(1, 'must not be empty'),
  from: timeOfDay,
  to: timeOfDay,
}).refine(forwards.check, forwards.fault);

/** What the law of contact asks of a person, as told of them (domain/src/contact/standing-of-person.ts); each may be left out. */
export const standingFields = {
  places: most(place).optional(),
  consents: most(consent).optional(),
  optOuts: most(optOut).optional(),
  agreedTimes: most(agreedTime).optional(),
  inconvenientTimes: most(inconvenientTime).optional(),
  inconvenientPlaces: most(placeType).optional(),
};
