import { describe, expect, it } from 'vitest';
import { contactGate } from '@recourse/domain/contact/contact-gate';
import { holdReasons } from '@recourse/domain/holds/hold-reasons';
import { purpose } from '@recourse/domain/law/shapes/gate-words';
import { gateAsk, hold, law, shanghai } from '../builders/ask-gate.js';
import { agreesWithReference } from './gate-laws.js';
import { shippedZone } from './drawn/draw-zones.js';

const places = [
  { jurisdiction: 'CN', zone: shanghai, actor: 'first-party' },
  { jurisdiction: 'GB', zone: shippedZone('Europe/London'), actor: 'first-party' },
  { jurisdiction: 'US', zone: shippedZone('America/New_York'), actor: 'agency' },
] as const;

it.each([
  ['CN', shanghai, 'CN-HOLD-INSOLVENCY'],
  ['GB', shippedZone('Europe/London'), 'UK-HOLD-INSOLVENCY'],
] as const)(
  'in %s what the law stops for an event is stopped, whatever its hold was placed to stop',
  (jurisdiction, zone, rule) => {
    const answer = (purpose: 'collect' | 'service') =>
      contactGate(
        gateAsk({
          attempt: { jurisdiction, purpose, at: '2026-03-02T12:00:00.000Z' },
          person: { zones: [zone], holds: [hold('insolvency', { stops: ['escalation'] })] },
        }),
      );
    expect(answer('collect')).toMatchObject({ verdict: 'refuse', reason: 'held', rules: [rule] });
    expect(answer('service').verdict).toBe('allow');
  },
);

describe.each(places)('under the law of $jurisdiction', ({ jurisdiction, zone, actor }) => {
  it.each(holdReasons)('gate and reference say the same of every purpose under a hold for %s', (reason) => {
    const holds = [hold(reason), hold(reason, { stops: ['escalation'] })];
    for (const each of holds)
      for (const named of purpose.options) {
        const attempt = { jurisdiction, actor, purpose: named, at: '2026-03-02T15:00:00.000Z' };
        const ask = gateAsk({ law, attempt, person: { zones: [zone], holds: [each] } });
        expect(agreesWithReference(ask, contactGate(ask)), `${named} ${each.stops.join(' ')}`).toBeUndefined();
      }
  });
});
