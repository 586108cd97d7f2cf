import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Withdraws a referral from its law firm; nothing stops it. */
export const withdrawFromLegal =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call);
