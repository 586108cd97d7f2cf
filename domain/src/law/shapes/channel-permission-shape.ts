import { z } from 'zod';
import { channel, collectionPurposes, party, placeType, purpose } from './gate-words.js';
import { ruleHead } from './rule-head.js';

/**
 * On what ground `channels` may be used. `basis`: one of them must be at hand and no older than `basisDays`; `[]`: none is needed;
 * absent: the rule asks for none but the rest of it. An opt-out of the medium ends every ground before it. `allowed: false`: never. `optOut`: how far an opt-out reaches.
 */
export const channelPermissionShape = z.strictObject({
  ...ruleHead,
  kind: z.literal('channel-permission'),
  channels: z.array(channel).min(1),
  purposes: z.array(purpose).min(1).default(collectionPurposes),
  parties: z.array(party).min(1).optional(),
  placeTypes: z.array(placeType).min(1).optional(),
  allowed: z.boolean().default(true),
  basis: z
    .array(z.enum(['consent', 'creditor-handover', 'inbound', 'reassigned-check']))
    .min(1)
    .optional(),
  basisDays: z.int().min(1).max(3_650).optional(),
  /** Days after the creditor's notice of the handover in which the person may object; the ground begins when they are over. */
  handoverNoticeDays: z.int().min(1).max(365).optional(),
  optOut: z.enum(['medium', 'all']).default('medium'),
  officialAccountOnly: z.boolean().default(false),
  recordingRequired: z.boolean().default(false),
  mustOfferOptOut: z.boolean().default(false),
});

export type ChannelPermission = z.infer<typeof channelPermissionShape>;
