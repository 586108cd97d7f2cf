import type { Finding, GateAttempt } from '../../contact/gate-ask.js';
import type { Hold } from '../../holds/hold.js';
import { stopsContact } from '../../holds/stops-contact.js';
import type { HoldOnEvent } from '../shapes/hold-on-event-shape.js';

/**
 * What may still be said while a hold of the rule's event is among `held`, the holds in force now. What the rule stops counts as well as
 * what the hold was placed to stop: law is asked at every contact, and the hold may be older, or of another's law.
 */
export const holdOnEvent = (
  rule: HoldOnEvent,
  { purpose, channel }: Pick<GateAttempt, 'purpose' | 'channel'>,
  held: readonly Hold[],
): Finding | undefined => {
  const byLaw = stopsContact(rule.stops, channel);
  const found = held.find(({ reason, stops }) => reason === rule.event && (byLaw || stopsContact(stops, channel)));
  if (!found) return undefined;
  const inputs = { hold: found.id, event: rule.event, purpose };
  return rule.allowedWhileHeld.includes(purpose)
    ? { inputs, verdict: 'allow' }
    : { inputs, verdict: 'refuse', reason: 'held' };
};
