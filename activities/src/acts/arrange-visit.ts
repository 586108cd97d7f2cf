import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { offerWork } from './offer-work.js';

/** Offers a visit (外访) to a crew; it begins when the crew starts it. */
export const arrangeVisit =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    offerWork(ports, call, 'crew');
