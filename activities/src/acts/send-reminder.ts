import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { performMessage } from './perform-message.js';

/** Tells the debtor what is overdue and how to pay (催收提醒). */
export const sendReminder =
  (ports: ActPorts) =>
  (call: ActCall): Promise<void> =>
    performMessage(ports, call);
