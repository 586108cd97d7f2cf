import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Refers the loan to a law firm (司法). The referral's id is the act's. */
export const referToLegal =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call);
