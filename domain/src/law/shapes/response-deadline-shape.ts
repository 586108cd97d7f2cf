import { z } from 'zod';
import { ruleHead } from './rule-head.js';

/** How long an answer to a request may take. Each extension adds days and needs its ground. */
export const responseDeadlineShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('response-deadline'),
  request: z.enum([
    'complaint',
    'dispute',
    'credit-dispute',
    'data-request',
    'data-breach',
    'consent-revocation',
    'automated-decision',
  ]),
  days: z.int().min(1).max(3_650),
  dayCalendar: z.enum(['calendar-days', 'business-days']).default('calendar-days'),
  extensions: z
    .array(
      z.strictObject({
        days: z.int().min(1).max(3_650),
        ground: z.string().min(1),
        approval: z.boolean().default(false),
      }),
    )
    .default([]),
  onMiss: z.string().min(1),
});

export type ResponseDeadline = z.infer<typeof responseDeadlineShape>;
