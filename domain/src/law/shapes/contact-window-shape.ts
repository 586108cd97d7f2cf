import { z } from 'zod';
import { channel, collectionPurposes, party, purpose, timeOfDay, weekday } from './gate-words.js';
import { ruleHead } from './rule-head.js';

const everyDay = weekday.options;

const window = z
  .strictObject({ days: z.array(weekday).min(1).default(everyDay), from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than from' });

const overlap = (windows: readonly z.infer<typeof window>[]): boolean =>
  windows.some((one, nth) =>
    windows
      .slice(nth + 1)
      .some((other) => one.days.some((day) => other.days.includes(day)) && one.from < other.to && other.from < one.to),
  );

/**
 * When a person may be contacted: in one of `windows`, local time, half-open `[from, to)`. `calendar`: on its holidays nobody is
 * contacted, and on its make-up workdays the window of that weekday holds. `personsTimes`: the person's own inconvenient times too.
 */
export const contactWindowShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('contact-window'),
  channels: z.array(channel).min(1),
  purposes: z.array(purpose).min(1).default(collectionPurposes),
  parties: z.array(party).min(1).optional(),
  windows: z
    .array(window)
    .min(1)
    .refine((windows) => !overlap(windows), { error: 'overlap one another' }),
  closedOnHolidaysOf: z.string().min(1).optional(),
  personsTimes: z.boolean().default(false),
});

export type ContactWindow = z.infer<typeof contactWindowShape>;
