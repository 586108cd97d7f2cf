import type { AgencyPort } from '@recourse/activities/contact/channels';
import { answerOf } from './sandbox-channel.js';
import { handOver, takeBack } from './sandbox-partner.js';
import { sandboxRequest } from './sandbox-request.js';

/** The sandbox's agencies. */
export function sandboxAgency(baseUrl: string): AgencyPort {
  return {
    place: ({ agencyId, ...placement }) => handOver(baseUrl, ['agencies', agencyId, 'placements'], placement),
    recall: ({ actId, placementId, agencyId, reason }) =>
      takeBack(baseUrl, ['agencies', agencyId, 'placements', placementId, 'recall'], actId, reason),
    ask: async (actId, agencyId) =>
      answerOf(await sandboxRequest(baseUrl, 'GET', ['agencies', agencyId, 'requests', actId])),
  };
}
