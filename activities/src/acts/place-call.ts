import type { ActPorts } from './act-ports.js';
import type { ActCall } from './acts.js';
import { offerWork } from './offer-work.js';
import { performMessage } from './perform-message.js';

/** Calls the debtor (电催): a dialler or voice bot at once; for the desk the work is offered, and begins when a collector starts it. */
export const placeCall =
  (ports: ActPorts) =>
  async (call: ActCall): Promise<void> => {
    const planned = await ports.contacts.plannedAct(call.caseId, call.planId);
    if (planned?.act.kind !== 'place-call') return;
    return planned.act.by === 'desk' ? offerWork(ports, call, 'desk') : performMessage(ports, call);
  };
