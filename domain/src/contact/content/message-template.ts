import { z } from 'zod';
import { saying } from '../../law/shapes/content-gate-shape.js';
import { channel, party, purpose } from '../../law/shapes/gate-words.js';
import { approval } from './approval.js';

/** As a rule of law or a ladder calls a notice. */
const noticeName = z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens');

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * The words of one message in every language we write, in Liquid with the data of `render-message`, and what they are approved for. `says`:
 * all that they say of what the law names. `preview`: what a push or a locked screen shows of it. `firstContact`: it may be the first a
 * person gets from us. `notices`: which notices these words are, by the names rules of law call them; words that name none give no notice.
 * `approved.hash` names the words approved, by `templateHash`.
 */
export const messageTemplateShape = z.strictObject({
  template: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  version: z.int().min(1),
  senders: z
    .array(z.enum(['first-party', 'agency', 'buyer']))
    .min(1)
    .default(['first-party']),
  channels: z.array(channel).min(1),
  purposes: z.array(purpose).min(1),
  parties: z.array(party).min(1),
  notices: z.array(noticeName).min(1).optional(),
  firstContact: z.boolean().default(true),
  /** Of one that may not be the first a person gets: the template that goes out in its place where the law wants more said first. */
  asFirst: z.string().min(1).optional(),
  says: z.array(saying),
  text: words,
  preview: words.optional(),
  approved: approval.optional(),
});

export type MessageTemplate = z.infer<typeof messageTemplateShape>;
