import type { Purpose } from '../../contact/channel.js';
import type { Finding } from '../../contact/gate-ask.js';
import type { Hold } from '../../holds/hold.js';
import type { HoldOnEvent } from '../shapes/hold-on-event-shape.js';

/** What may still be said while a hold of the rule's event is among `held`, the holds that stop contact now. */
export const holdOnEvent = (rule: HoldOnEvent, purpose: Purpose, held: readonly Hold[]): Finding | undefined => {
  const found = held.find(({ reason }) => reason === rule.event);
  if (!found) return undefined;
  const inputs = { hold: found.id, event: rule.event, purpose };
  return rule.allowedWhileHeld.includes(purpose)
    ? { inputs, verdict: 'allow' }
    : { inputs, verdict: 'refuse', reason: 'held' };
};
