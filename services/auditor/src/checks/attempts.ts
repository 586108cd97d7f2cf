import { finding, type Evidence, type Finding } from '../evidence.js';

/** Outcomes that say the provider did not take it. */
const notTaken = new Set(['failed', 'provider-unavailable', 'refused', 'superseded', 'unknown']);

/** Everything that reached the outside world is an act of ours. */
export const unrecordedAttempts = ({ acts, received }: Evidence): Finding => {
  const ours = new Set(acts.map(({ id }) => id));
  const strangers = received.filter(({ id }) => !ours.has(id));
  return finding('unrecorded-attempts', strangers.map(({ id, channel, at }) => `${channel} ${id} at ${at} is no act of ours`));
};

/** Every act that a provider took, by our records, is in the provider's own. */
export const unsentAttempts = ({ acts, received }: Evidence): Finding => {
  const there = new Set(received.map(({ id }) => id));
  const taken = acts.filter(({ status, outcome }) => status !== 'begun' && !(outcome !== undefined && notTaken.has(outcome)));
  return finding('unsent-attempts', taken.filter(({ id }) => !there.has(id)).map(({ id, kind }) => `${kind} ${id} is in nobody's log but ours`));
};
