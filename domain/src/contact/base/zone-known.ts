import type { Finding, GateAsk } from '../gate-ask.js';

/** Where the person's day is, and that we have the clocks of that day: past the zone table hours, days and caps would be reckoned wrongly. */
export const zoneKnown = ({ attempt: { at }, person, law }: GateAsk): Finding => {
  const zones = person.zones.map(({ zone }) => zone).join(' ');
  if (zones === '') return { inputs: { zones: 'unknown' }, verdict: 'refuse', reason: 'unknown-zone' };
  const { coversFrom, coversTo } = law.zones ?? {};
  const isCovered = (coversFrom === undefined || coversFrom <= at) && (coversTo === undefined || at < coversTo);
  return isCovered
    ? { inputs: { zones }, verdict: 'allow' }
    : {
        inputs: { zones, coversFrom: coversFrom ?? '', coversTo: coversTo ?? '' },
        verdict: 'refuse',
        reason: 'zone-not-covered',
      };
};
