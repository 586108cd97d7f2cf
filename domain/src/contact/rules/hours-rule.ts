import { addDays } from '../../calendar/day-arithmetic.js';
import { instantAt, localDay, localTime } from '../../calendar/local-time.js';
import { packVersion, type GateRule } from '../gate-ask.js';
import { isCapped, isSpoken } from '../purpose-scope.js';

/**
 * Contact hours in the person's zone, half-open. Service answers and notices the law demands may be written at any hour,
 * never spoken (CN-TIME-1 forbids collection; a ringing telephone wakes whatever it is for).
 */
export const hoursRule: GateRule = ({ attempt: { at, purpose, channel }, person: { zone }, law }) => {
  const { from, to, citation } = law.hours;
  const named = { rule: 'contact-hours', version: packVersion(law), citation } as const;
  if (!isCapped(purpose) && !isSpoken(channel)) return { ...named, inputs: { purpose, channel }, verdict: 'allow' };
  if (!zone) return { ...named, inputs: {}, verdict: 'refuse', reason: 'unknown-zone' };
  const time = localTime(at, zone);
  const inputs = { zone: zone.zone, localTime: time, from, to };
  if (from <= time && time < to) return { ...named, inputs, verdict: 'allow' };
  const today = localDay(at, zone);
  return { ...named, inputs, verdict: 'defer', until: instantAt(time < from ? today : addDays(today, 1), from, zone) };
};
