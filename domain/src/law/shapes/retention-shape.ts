import { z } from 'zod';
import { ruleHead } from './rule-head.js';

/** How long a class of record is kept, from when, and what happens then. Days: a year is 366, so that none is cut short. */
export const retentionShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('retention'),
    record: z.enum([
      'recording',
      'contact-log',
      'agreement',
      'consent',
      'notice',
      'impact-assessment',
      'bad-credit-information',
      'correspondence',
      'personal-data',
    ]),
    minDays: z.int().min(1).max(36_600).optional(),
    maxDays: z.int().min(1).max(36_600).optional(),
    from: z.enum(['event', 'last-activity', 'settlement', 'end-of-conduct', 'end-of-agreement', 'purpose-done']),
    atEnd: z.enum(['delete', 'review', 'erase-key']),
    mustBeMade: z.boolean().default(false),
  })
  .refine(({ minDays, maxDays }) => minDays === undefined || maxDays === undefined || minDays <= maxDays, {
    path: ['maxDays'],
    error: 'must not be below minDays',
  });

export type Retention = z.infer<typeof retentionShape>;
