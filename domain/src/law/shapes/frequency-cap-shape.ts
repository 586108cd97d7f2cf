import { z } from 'zod';
import { channel, collectionPurposes, ledgerDays, party, placeType, purpose } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/**
 * At most `limit` of `unit` in `days` consecutive calendar days of the person, today the last of them; `window` `rolling`: in the `days`
 * times 24 hours before; `stricter`: in each of the two, where the law says “7-day period” and no more.
 * `scope`: what the count is over; `person` alone is over all loans, senders and agencies, `point` over all persons who share it.
 * `channels`, `purposes`, `parties`, `placeTypes`: which contacts are bound and counted.
 */
export const frequencyCapShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('frequency-cap'),
    unit: z.enum(['attempt', 'connected', 'conversation', 'communication', 'visit']),
    limit: z.int().min(0, 'must be 0 or more').max(1_000, 'is no cap'),
    days: z.int().min(1).max(ledgerDays, `must be at most the ${ledgerDays} days the ledger keeps`),
    window: z.enum(['calendar', 'rolling', 'stricter']).optional(),
    scope: z.array(z.enum(['person', 'debt', 'point', 'place-type'])).min(1),
    channels: z.array(channel).min(1),
    purposes: z.array(purpose).min(1).default(collectionPurposes),
    parties: z.array(party).min(1).optional(),
    placeTypes: z.array(placeType).min(1).optional(),
    /** What neither counts nor is bound. */
    exclusions: z.array(z.enum(['not-connected', 'consented', 'inbound-reply'])).default([]),
    /** Calendar days a consent to more calls lasts, the day it was given the first. */
    consentDays: z.int().min(1).max(366).optional(),
  })
  .refine(({ exclusions, consentDays }) => exclusions.includes('consented') === (consentDays !== undefined), {
    path: ['consentDays'],
    error: 'belongs to the exclusion consented',
  })
  .refine(({ scope }) => scope.includes('person') || scope.includes('point'), {
    path: ['scope'],
    error: 'must include person or point',
  });

export type FrequencyCap = z.infer<typeof frequencyCapShape>;
