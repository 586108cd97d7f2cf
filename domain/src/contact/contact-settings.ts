import { z } from 'zod';
import { contactPractice } from './contact-practice.js';

/** How contacts are put together and visits are made (`policies/contacts.yaml`); no law, but held against it. */
export const contactSettingsSchema = z.strictObject({
  /** Steps of one person's loans due within this many minutes become one contact (requirements D7). */
  mergeWindowMinutes: z.int().min(0).max(1_440),
  /** So long a call of which nobody has told what came of it stands in the way of others to the person or the number. */
  longestCallMinutes: z.int().min(5).max(1_440).default(120),
  ...contactPractice,
  /** How this lender's crews visit; what is not said is not so, and the law may then forbid the visit. */
  visits: z.strictObject({
    crew: z.int().min(1).max(20),
    idCarried: z.boolean().exactOptional(),
    purposeExplained: z.boolean().exactOptional(),
    entersHome: z.boolean().exactOptional(),
    filmsInside: z.boolean().exactOptional(),
    postsInPublic: z.boolean().exactOptional(),
    recording: z.enum(['whole', 'part', 'none']).exactOptional(),
  }),
});

export type ContactSettings = z.infer<typeof contactSettingsSchema>;
