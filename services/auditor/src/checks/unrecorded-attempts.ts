import type { AuditedAct } from '../audited-act.js';
import type { Evidence, ReceivedContact } from '../evidence.js';
import { finding, unchecked, type Finding } from '../finding.js';

/** Two machines' clocks may differ by this. */
const skewMs = 5_000;

/**
 * Everything that reached the outside world is an act of ours, by the way it says, and not before it was recorded. What an agency did of its
 * own accord is recorded when it has told us, as of when it happened: untold, or told of another time, it is a violation like any.
 */
export const unrecordedAttempts = ({ acts, outside }: Evidence): Finding => {
  if (!outside) return unchecked('unrecorded-attempts');
  const ours = new Map(acts.flatMap((act) => [act.id, act.reportedAs ?? act.id].map((name) => [name, act])));
  const faults = outside.received.flatMap((contact) => {
    const fault = faultOf(contact, ours.get(contact.id));
    return fault ? [`${contact.channel} ${contact.id} at ${contact.at} ${fault}`] : [];
  });
  return finding('unrecorded-attempts', faults);
};

const faultOf = ({ channel, at }: ReceivedContact, act: AuditedAct | undefined): string | undefined => {
  if (!act) return 'is no act of ours';
  // Whoever dials by permit uses a telephone, and it logs a call.
  const isDial = act.permitId !== undefined && channel === 'call';
  if (act.channel !== channel && !isDial) return `is on our record as ${act.channel}`;
  if (act.reported && Date.parse(at) > Date.parse(act.begunAt) + skewMs) return `was told of as of ${act.begunAt}`;
  return Date.parse(at) < Date.parse(act.begunAt) - skewMs ? `came before it was begun at ${act.begunAt}` : undefined;
};
