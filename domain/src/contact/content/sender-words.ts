import { z } from 'zod';
import { approval } from './approval.js';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** Who writes and how to pay, in every language we write: what `{{ sender }}` and `{{ howToPay }}` put into every message. */
export const senderWordsShape = z.strictObject({ name: words, howToPay: words, approved: approval.optional() });

export type SenderWords = z.infer<typeof senderWordsShape>;
