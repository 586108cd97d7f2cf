import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Takes a placement back from its agency (撤案); nothing stops it. */
export const recallFromAgency =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call, async ({ _id, act }) => {
      if (act.kind !== 'recall-from-agency') throw new Error(`${_id} is no recall`);
      return ports.agency.recall({
        actId: _id,
        placementId: act.placementId,
        agencyId: act.agencyId,
        reason: 'recalled',
      });
    });
