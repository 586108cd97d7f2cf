import { z } from 'zod';
import { channel, collectionPurposes, ledgerDays, party, purpose } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/**
 * After `trigger`, no contact by `channels` for `days` calendar days of the person. `dayOneIsTriggerDay`: the day of the trigger is the
 * first of them (12 CFR 1006.14(b)(2)(i)(B)), else the first is the day after.
 */
export const cooldownShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('cooldown'),
    trigger: z.enum(['attempt', 'conversation', 'visit']),
    days: z.int().min(1).max(ledgerDays, `must be at most the ${ledgerDays} days the ledger keeps`),
    dayOneIsTriggerDay: z.boolean(),
    scope: z.array(z.enum(['person', 'debt'])).min(1),
    channels: z.array(channel).min(1),
    purposes: z.array(purpose).min(1).default(collectionPurposes),
    parties: z.array(party).min(1).optional(),
    exclusions: z.array(z.enum(['consented', 'inbound-reply'])).default([]),
    consentDays: z.int().min(1).max(366).optional(),
  })
  .refine(({ exclusions, consentDays }) => exclusions.includes('consented') === (consentDays !== undefined), {
    path: ['consentDays'],
    error: 'belongs to the exclusion consented',
  });

export type Cooldown = z.infer<typeof cooldownShape>;
