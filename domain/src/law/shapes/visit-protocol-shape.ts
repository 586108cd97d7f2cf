import { z } from 'zod';
import { placeType } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/** How a visit is made: crew, identification, notice, consent to enter, where not, recording, and never to the vulnerable. */
export const visitProtocolShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('visit-protocol'),
    minCrew: z.int().min(1).optional(),
    maxCrew: z.int().min(1).optional(),
    idRequired: z.boolean().default(false),
    priorNoticeHours: z.int().min(0).max(8_760).optional(),
    purposeExplainedFirst: z.boolean().default(false),
    entryNeedsConsent: z.boolean().default(false),
    placesBarred: z.array(placeType).default([]),
    wholeVisitRecorded: z.boolean().default(false),
    filmingInsideNeedsConsent: z.boolean().default(false),
    publicPostingBarred: z.boolean().default(false),
    notIfVulnerable: z.boolean().default(false),
  })
  .refine(({ minCrew, maxCrew }) => minCrew === undefined || maxCrew === undefined || minCrew <= maxCrew, {
    path: ['maxCrew'],
    error: 'must not be below minCrew',
  });

export type VisitProtocol = z.infer<typeof visitProtocolShape>;
