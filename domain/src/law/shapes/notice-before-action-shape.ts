import { z } from 'zod';
import { ruleHead } from './rule-head.js';

/**
 * No `action` until `notice` was given and `minDays` have passed since the start of its clock. `repeatEveryDays`: the notice is due anew.
 * `within`: the notice itself is due that many days after `after`.
 */
export const noticeBeforeActionShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('notice-before-action'),
  action: z.enum(['furnish', 'place', 'accelerate', 'sue', 'assign', 'visit', 'collect', 'repossess', 'end-agreement']),
  notice: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a notice'),
  minDays: z.int().min(0).max(3_650),
  clockStart: z.enum(['sent', 'received', 'assumed-received']),
  /** Days until receipt is assumed, counted by `dayCalendar`. */
  assumedAfterDays: z.int().min(0).max(60).optional(),
  dayCalendar: z.enum(['calendar-days', 'business-days']).default('calendar-days'),
  bounceVoids: z.boolean().default(false),
  repeatEveryDays: z.int().min(1).max(3_650).optional(),
  dueWithinDays: z.int().min(0).max(3_650).optional(),
});

export type NoticeBeforeAction = z.infer<typeof noticeBeforeActionShape>;
