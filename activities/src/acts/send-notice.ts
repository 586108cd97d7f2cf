import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performMessage } from './perform-message.js';

/** Gives a notice the law asks for before a step; it is given only when its delivery is proved, which the receipt does. */
export const sendNotice =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performMessage(ports, call);
