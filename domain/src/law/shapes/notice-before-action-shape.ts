import { z } from 'zod';
import { ruleHead } from './rule-head.js';

/**
 * No `action` until `notice` was given and `minDays` whole calendar days lie after the day its clock began; with none it only comes first.
 * `repeatEveryDays`: the notice is due anew. `dueWithinDays`: the notice itself is due that many days after what makes it due; until then a
 * rule without `minDays` lets the action be taken.
 */
export const noticeBeforeActionShape = z
  .strictObject({
    ...ruleHead,
    kind: z.literal('notice-before-action'),
    action: z.enum([
      'furnish',
      'place',
      'accelerate',
      'sue',
      'assign',
      'visit',
      'collect',
      'repossess',
      'end-agreement',
    ]),
    notice: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a notice'),
    minDays: z.int().min(0).max(3_650),
    clockStart: z.enum(['sent', 'received', 'assumed-received']),
    /** Days until receipt is assumed, counted by `dayCalendar`. */
    assumedAfterDays: z.int().min(0).max(60).optional(),
    dayCalendar: z.enum(['calendar-days', 'business-days']).default('calendar-days'),
    bounceVoids: z.boolean().default(false),
    repeatEveryDays: z.int().min(1).max(3_650).optional(),
    dueWithinDays: z.int().min(0).max(3_650).optional(),
  })
  .refine(
    ({ clockStart, assumedAfterDays }) => (clockStart === 'assumed-received') === (assumedAfterDays !== undefined),
    {
      path: ['assumedAfterDays'],
      error: 'belongs to clockStart assumed-received',
    },
  );

export type NoticeBeforeAction = z.infer<typeof noticeBeforeActionShape>;
