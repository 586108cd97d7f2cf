import { z } from 'zod';

/** How contacts are put together (`policies/contacts.yaml`); no law. */
export const contactSettingsSchema = z.strictObject({
  /** Steps of one person's loans due within this many minutes become one contact (requirements D7). */
  mergeWindowMinutes: z.int().min(0).max(1_440),
});

export type ContactSettings = z.infer<typeof contactSettingsSchema>;
