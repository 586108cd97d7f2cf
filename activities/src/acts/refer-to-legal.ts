import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { handedLoan, performHandover } from './perform-handover.js';

/** Refers the loan to a law firm (司法). The referral's id is the act's. */
export const referToLegal =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call, async (act) => {
      if (act.act.kind !== 'refer-to-legal') throw new Error(`${act._id} is no referral`);
      return ports.lawFirm.refer({ placementId: act._id, firmId: act.act.firmId, ...handedLoan(act) });
    });
