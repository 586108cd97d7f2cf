import type { Clock } from '@recourse/activities/clock/clock';
import { PullTrouble } from '@recourse/activities/verification/pull-trouble';
import type { DirectoryPort } from '@recourse/activities/verification/directory-port';
import type { Instant } from '@recourse/domain/calendar/instant';
import { agreedTooFar, isAgreedTooFar } from '@recourse/domain/contact/standing-shapes';
import { z } from 'zod';
import { personRowSchema } from '../people/person-row-schema.js';
import { askSystem, type AskedSystem } from './ask-system.js';
import { understandAnswer } from './understand-answer.js';

const day = z.iso.date('must be a day that exists, YYYY-MM-DD');

/** What the directory adds to a row of a persons file: the day of each point, and whether it was verified on it. */
const dated = z.object(
  {
    personId: z.unknown().optional(),
    zone: z.unknown().optional(),
    addressZone: z.unknown().optional(),
    language: z.unknown().optional(),
    places: z.unknown().optional(),
    consents: z.unknown().optional(),
    optOuts: z.unknown().optional(),
    agreedTimes: z.unknown().optional(),
    inconvenientTimes: z.unknown().optional(),
    inconvenientPlaces: z.unknown().optional(),
    relations: z.unknown().optional(),
    points: z.array(
      z.object(
        {
          pointId: z.unknown().optional(),
          kind: z.unknown().optional(),
          value: z.unknown().optional(),
          source: z.unknown().optional(),
          placeType: z.unknown().optional(),
          foundBy: z.unknown().optional(),
          date: day,
          verified: z.boolean('must be true or false'),
        },
        'must be an object',
      ),
      'must be a list',
    ),
  },
  'must be an object',
);

/**
 * The person directory over HTTP: `GET /persons/PERSON` (docs/data-files.md). Fields it has beyond ours are not read. What is agreed for too
 * long from `clock` on is nonsense; it is left out in tests only.
 */
export function httpDirectory(
  system: AskedSystem,
  isKnownZone: (zone: string) => boolean,
  isKnownPlace?: (place: string) => boolean,
  clock?: Clock,
): DirectoryPort {
  const schema = personRowSchema(isKnownZone, isKnownPlace);
  return {
    async person(tenant, personId) {
      const asked = await askSystem('directory', system, ['persons', personId], { tenant, unknown: 'unknown-person' });
      if (!asked) return 'unknown-person';
      const { points, ...person } = understandAnswer('directory', dated, asked.answer);
      const row = understandAnswer('directory', schema, {
        ...person,
        points: points.map(({ date, verified, ...point }) => ({
          ...point,
          recordedOn: date,
          ...(verified && { verifiedOn: date }),
        })),
      });
      if (row.personId !== personId)
        throw new PullTrouble('directory', 'nonsense', 'must be the person that was asked for', 'personId');
      if (clock && row.agreedTimes) refuseTooFar(row.agreedTimes, (await clock.now(tenant)).now);
      return row;
    },
  };
}

function refuseTooFar(agreedTimes: readonly { untilDay: string }[], now: Instant): void {
  const nth = agreedTimes.findIndex((each) => isAgreedTooFar(each, now));
  if (nth >= 0) throw new PullTrouble('directory', 'nonsense', agreedTooFar, `agreedTimes.${nth}.untilDay`);
}
