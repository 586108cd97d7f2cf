import { addDays } from '../../calendar/day-arithmetic.js';
import { instantAt, localDay, localTime } from '../../calendar/local-time.js';
import { packVersion, type GateRule } from '../gate-ask.js';
import type { Channel } from '../channel.js';
import { isCapped } from '../purpose-scope.js';

const isSilent = (channel: Channel): boolean => channel === 'email' || channel === 'letter';

/**
 * Contact hours in the person's zone, half-open. Service answers and notices the law demands may go by e-mail or letter at any hour,
 * by nothing that sounds or lights up a telephone (CN-TIME-1 forbids collection; what wakes someone wakes whatever it is for).
 */
export const hoursRule: GateRule = ({ attempt: { at, purpose, channel }, person: { zone }, law }) => {
  const { from, to, citation } = law.hours;
  const named = { rule: 'contact-hours', version: packVersion(law), citation } as const;
  if (!isCapped(purpose) && isSilent(channel)) return { ...named, inputs: { purpose, channel }, verdict: 'allow' };
  if (!zone) return { ...named, inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const time = localTime(at, zone);
  const inputs = { zone: zone.zone, localTime: time, from, to };
  if (from <= time && time < to) return { ...named, inputs, verdict: 'allow' };
  const today = localDay(at, zone);
  return { ...named, inputs, verdict: 'defer', until: instantAt(time < from ? today : addDays(today, 1), from, zone) };
};
