import { contactHolds } from '../../contact/base/hold-rule.js';
import type { Finding, GateAsk } from '../../contact/gate-ask.js';
import type { HoldOnEvent } from '../shapes/hold-on-event-shape.js';

/** What may still be said while such a hold is in force. Only a hold that stops contact is asked about. */
export const holdOnEvent = (rule: HoldOnEvent, ask: GateAsk): Finding | undefined => {
  const held = contactHolds(ask).find(({ reason }) => reason === rule.event);
  if (!held) return undefined;
  const inputs = { hold: held.id, event: rule.event, purpose: ask.attempt.purpose };
  return rule.allowedWhileHeld.includes(ask.attempt.purpose)
    ? { inputs, verdict: 'allow' }
    : { inputs, verdict: 'refuse', reason: 'held' };
};
