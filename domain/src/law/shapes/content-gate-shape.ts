import { z } from 'zod';
import { channel, collectionPurposes, party, purpose } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/** What a template declares to say; each is checked against its text in every language. */
export const saying = z.enum([
  'sender-identity',
  'debt-collector',
  'attempt-to-collect',
  'amount',
  'creditor',
  'opt-out',
  'how-to-pay',
  'complaint-line',
  'dispute-rights',
  'automated',
  'human-on-request',
  'legal-action',
  'credit-bureau',
  'due-date',
]);

/**
 * What a message must and must not say. `mustNotSay`: sayings; `forbidden`: words, in any language, that may never appear.
 * `thirdPartySafe`: neither debt nor amount may show, to anybody of `parties`, and to a third party though `parties` leaves them out. `amountSource: position`: amounts only from the position that begin read.
 */
export const contentGateShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('content-gate'),
  channels: z.array(channel).min(1),
  purposes: z.array(purpose).min(1).default(collectionPurposes),
  parties: z.array(party).min(1).optional(),
  mustSay: z.array(saying).default([]),
  mustNotSay: z.array(saying).default([]),
  forbidden: z.array(z.string().min(1)).default([]),
  firstContactOnly: z.boolean().default(false),
  sameLanguage: z.boolean().default(false),
  amountSource: z.literal('position').optional(),
  thirdPartySafe: z.boolean().default(false),
});

export type ContentGate = z.infer<typeof contentGateShape>;
