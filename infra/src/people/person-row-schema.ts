import { idPattern } from '@recourse/domain/case/case-id';
import { toldDay } from '@recourse/domain/contact/standing-shapes';
import { locateSources, type LocateSource } from '@recourse/domain/contact/locate-sources';
import { placeType } from '@recourse/domain/law/shapes/gate-words';
import { z } from 'zod';
import { e164 } from './e164.js';
import { relationSchema } from './relation-schema.js';
import { standingFields } from './standing-schema.js';
import { strictly } from '@recourse/domain/policy/strictly';

const id = z.string('must be text').regex(idPattern, 'must be 1 to 64 of A-Z a-z 0-9 . _ -');

const point = strictly({
  pointId: id,
  kind: z.enum(['mobile', 'email', 'app', 'im', 'address'], 'must be one of mobile, email, app, im, address'),
  value: z.string('must be text').min(1, 'must not be empty').max(500, 'must be at most 500 characters'),
  verifiedOn: toldDay.optional(),
  recordedOn: toldDay.optional(),
  source: z.string('must be text').min(1, 'must not be empty').max(64, 'must be at most 64 characters'),
  placeType: placeType.optional(),
  foundBy: z
    .enum(
      Object.keys(locateSources) as LocateSource[],
      `must be one of ${Object.keys(locateSources).join(', ')}: a number found elsewhere rests on no law`,
    )
    .optional(),
})
  .refine(({ kind, value }) => kind !== 'mobile' || e164(value) !== undefined, {
    error: 'must be an international telephone number, such as +86 and ten or eleven digits',
    path: ['value'],
  })
  .refine(({ kind, value }) => kind !== 'email' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
    error: 'must be an e-mail address',
    path: ['value'],
  })
  .transform((read) => (read.kind === 'mobile' ? { ...read, value: e164(read.value) ?? read.value } : read));

/**
 * One row of a persons file. It is ours alone, so it is strict. Messages name what is expected, never what was found. `isKnownPlace`: whether
 * a code is a place at all (`policies/places.yaml`), left out in tests only.
 */
export const personRowSchema = (
  isKnownZone: (zone: string) => boolean,
  isKnownPlace: (place: string) => boolean = () => true,
) => {
  const zone = z.string('must be text').refine(isKnownZone, 'is not a time zone we have the rules of');
  return strictly({
    personId: id,
    zone: zone.optional(),
    addressZone: zone.optional(),
    language: z.string('must be text').regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'must be a language, such as zh or en-GB'),
    points: z.array(point, 'must be a list').max(50, 'must be at most 50'),
    ...standingFields(isKnownPlace),
    relations: z.array(relationSchema, 'must be a list').max(20, 'must be at most 20').optional(),
  })
    .refine(({ points }) => new Set(points.map(({ pointId }) => pointId)).size === points.length, {
      error: 'names a point twice',
      path: ['points'],
    })
    .refine(({ personId, relations }) => relations?.every(({ to }) => to !== personId) ?? true, {
      error: 'names the person as related to themself',
      path: ['relations'],
    });
};
