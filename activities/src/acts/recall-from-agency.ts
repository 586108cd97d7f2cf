import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performHandover } from './perform-handover.js';

/** Takes a placement back from its agency (撤案); nothing stops it. */
export const recallFromAgency =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performHandover(ports, call);
