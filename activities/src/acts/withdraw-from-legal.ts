import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Withdraws a referral from its law firm; nothing stops it. */
export const withdrawFromLegal =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call, async ({ _id, act }) => {
      if (act.kind !== 'withdraw-from-legal') throw new Error(`${_id} is no withdrawal`);
      return ports.lawFirm.withdraw({
        actId: _id,
        placementId: act.placementId,
        firmId: act.firmId,
        reason: 'withdrawn',
      });
    });
