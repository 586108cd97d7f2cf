import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { handedLoan, performHandover } from './perform-handover.js';

/** Places the loan with an agency (委案). The placement's id is the act's. */
export const placeWithAgency =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call, async (act) => {
      if (act.act.kind !== 'place-with-agency') throw new Error(`${act._id} is no placement`);
      return ports.agency.place({ placementId: act._id, agencyId: act.act.agencyId, ...handedLoan(act) });
    });
