import { z } from 'zod';
import { saying } from '../law/shapes/content-gate-shape.js';
import { channel } from '../law/shapes/gate-words.js';

const line = z.strictObject({
  recorded: z.boolean('must be true or false').default(false),
  officialAccount: z.boolean('must be true or false').default(false),
});

const language = z.string('must be text').regex(/^[a-z]{2}$/, 'must be a language of two letters, such as zh');

/** What the people of a sender say to somebody they speak with, by the script they are given, and the languages they speak. */
const spoken = z.strictObject({ says: z.array(saying).default([]), languages: z.array(language).default([]) });

/**
 * How somebody who contacts does it: `lines` by channel, `spoken` by people. What is not said is not so: not recorded, nobody's official
 * account, nothing said, no language spoken; where the law asks for it, such contacts are refused.
 */
export const contactPractice = {
  lines: z.partialRecord(channel, line).default({}),
  spoken: spoken.prefault({}),
};

export type ContactPractice = {
  lines: z.infer<typeof contactPractice.lines>;
  spoken: z.infer<typeof contactPractice.spoken>;
};
