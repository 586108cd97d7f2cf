import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Places the loan with an agency (委案). The placement's id is the act's. */
export const placeWithAgency =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call);
