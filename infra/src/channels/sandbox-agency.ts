import type { PartnerPort } from '@recourse/activities/contact/channels';
import { sandboxPartner } from './sandbox-partner.js';

/** The sandbox's agencies. */
export const sandboxAgency = (baseUrl: string): PartnerPort =>
  sandboxPartner(baseUrl, { partners: 'agencies', placements: 'placements', back: 'recall' });
