import type { LawFirmPort } from '@recourse/activities/contact/channels';
import { answerOf } from './sandbox-channel.js';
import { handOver, takeBack } from './sandbox-partner.js';
import { sandboxRequest } from './sandbox-request.js';

/** The sandbox's law firms. */
export function sandboxLawFirm(baseUrl: string): LawFirmPort {
  return {
    refer: ({ firmId, ...referral }) => handOver(baseUrl, ['law-firms', firmId, 'referrals'], referral),
    withdraw: ({ actId, placementId, firmId, reason }) =>
      takeBack(baseUrl, ['law-firms', firmId, 'referrals', placementId, 'withdraw'], actId, reason),
    ask: async (actId, firmId) =>
      answerOf(await sandboxRequest(baseUrl, 'GET', ['law-firms', firmId, 'requests', actId])),
  };
}
