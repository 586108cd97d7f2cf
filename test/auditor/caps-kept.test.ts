import { describe, expect, test } from 'vitest';
import { capsExceeded } from '../../services/auditor/src/checks/caps-exceeded.js';
import type { CapRule, Unit } from '../../services/auditor/src/law/contact-rule.js';
import { law } from '../../services/auditor/src/testing/clean-evidence.js';
import { counting } from './number-trials.js';
import { dayOf, localTime, worldOf, type Meeting } from './world-of-rule.js';

/** What came of a call that just is none of the unit, where a call can be none. */
const countsNot: Partial<Record<Unit, string>> = {
  connected: 'no-answer',
  conversation: 'voicemail',
  communication: 'busy',
};
const hourMs = 3_600_000;

/** How many contacts are found too many of so many, an hour apart, the last of them changed. */
const found = (rule: CapRule, times: number, change: Partial<Meeting> & { hours?: number } = {}): number => {
  const meetings = Array.from({ length: times }, (_, nth): Meeting => {
    const { hours = nth, ...other } = nth === times - 1 ? change : {};
    const at = new Date(Date.parse(localTime(dayOf(rule), '10:00')) + hours * hourMs).toISOString();
    return { at, code: counting[rule.unit], ...other };
  });
  return capsExceeded(worldOf(rule, meetings)).violations.length;
};

const caps = law.rules.filter((rule) => rule.kind === 'frequency-cap');

describe('in the world of its own place, party, product, actor and channel', () => {
  test.each(caps.map((rule) => [rule.id, rule] as const))('%s lets its limit be and finds one more', (_id, rule) => {
    const { limit, unit, scope, days, exclusions } = rule;

    expect(found(rule, limit)).toBe(0);
    expect(found(rule, limit + 1)).toBeGreaterThan(0);
    const isNone = exclusions.includes('not-connected') ? 'busy' : countsNot[unit];
    // A message is one, whatever came of it.
    if (isNone !== undefined && ['call', 'visit'].some((each) => rule.channels.includes(each)))
      expect(found(rule, limit + 1, { code: isNone })).toBe(0);
    expect(found(rule, limit + 1, { other: 'person' }) > 0).toBe(!scope.includes('person'));
    expect(found(rule, limit + 1, { other: 'number' }) > 0).toBe(!scope.includes('point'));
    expect(found(rule, limit + 1, { other: 'loan' }) > 0).toBe(!scope.includes('debt'));
    expect(found(rule, limit + 1, { hours: 24 * days + 10 })).toBe(0);
  });
});
