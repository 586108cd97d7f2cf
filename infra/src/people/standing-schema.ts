import {
  agreedTimeShape,
  agreedTooMuch,
  consentShape,
  inconvenientTimeShape,
  isTooMuchAgreed,
  optOutShape,
} from '@recourse/domain/contact/standing-shapes';
import { placeType } from '@recourse/domain/law/shapes/gate-words';
import { z } from 'zod';

const most = <Item extends z.ZodType>(item: Item) => z.array(item, 'must be a list').max(50, 'must be at most 50');

/** `US`, `US-MA`, `US-NY-NYC`. Whether we have its law is the gate's to ask: who moved to a country without a pack is told so. */
const place = (isKnownPlace: (place: string) => boolean) =>
  z
    .string('must be text')
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/, 'must be a jurisdiction, such as CN, US-MA or US-NY-NYC')
    .refine(isKnownPlace, {
      error: 'is neither a country nor a part of one that we know (policies/places.yaml)',
      when: ({ issues }) => issues.length === 0,
    });

/** What the law of contact asks of a person, as told of them (domain/src/contact/standing-of-person.ts); each may be left out. */
export const standingFields = (isKnownPlace: (place: string) => boolean) => ({
  places: most(place(isKnownPlace)).optional(),
  consents: most(consentShape).optional(),
  optOuts: most(optOutShape).optional(),
  agreedTimes: most(agreedTimeShape)
    .refine((agreed) => !isTooMuchAgreed(agreed), { error: agreedTooMuch, when: ({ issues }) => issues.length === 0 })
    .optional(),
  inconvenientTimes: most(inconvenientTimeShape).optional(),
  inconvenientPlaces: most(placeType).optional(),
});
