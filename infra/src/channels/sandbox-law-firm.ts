import type { PartnerPort } from '@recourse/activities/contact/channels';
import { sandboxPartner } from './sandbox-partner.js';

/** The sandbox's law firms. */
export const sandboxLawFirm = (baseUrl: string): PartnerPort =>
  sandboxPartner(baseUrl, { partners: 'law-firms', placements: 'referrals', back: 'withdraw' });
