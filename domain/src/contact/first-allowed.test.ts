import { describe, expect, it } from 'vitest';
import { askGate, hold, shanghai } from '../../../test/builders/ask-gate.js';
import { lawOf, ruleOf } from '../../../test/builders/law-of.js';
import { shippedZone } from '../../../test/law/drawn/draw-zones.js';

const london = shippedZone('Europe/London');
const losAngeles = shippedZone('America/Los_Angeles');
const newYork = shippedZone('America/New_York');
const hours = (from: string, to: string, id = 'R-1') => ruleOf('contact-window', { id, windows: [{ from, to }] });
/** 23:00 in Shanghai. */
const night = '2026-03-02T15:00:00.000Z';

describe('the end of a deferral', () => {
  it('is the first instant at which the hours of all zones meet, however far', () => {
    // While New York keeps summer time it is never between 08:00 and 19:30 in both.
    const zones = [shanghai, newYork];
    const asked = (at: string) => askGate({ law: lawOf(hours('08:00', '19:30')), attempt: { at }, person: { zones } });
    expect(asked('2026-03-09T02:00:00.000Z')).toMatchObject({ verdict: 'defer', until: '2026-11-02T00:00:00.000Z' });
    expect(asked('2026-11-02T00:00:00.000Z').verdict).toBe('allow');
    expect(asked('2026-11-02T00:30:00.000Z')).toMatchObject({ until: '2026-11-03T00:00:00.000Z' });
  });

  it('is none where the hours of the zones never meet: then the law never permits it', () => {
    expect(
      askGate({
        attempt: { channel: 'call', at: night },
        person: { zones: [shanghai, london, losAngeles] },
        standing: { places: ['CN', 'GB', 'US-OH'] },
      }),
    ).toMatchObject({ verdict: 'refuse', reason: 'never-by-law', rules: expect.arrayContaining(['CN-TIME-1']) });
  });

  it('is none where two rules never agree', () => {
    const law = lawOf(hours('08:00', '12:00'), hours('14:00', '18:00', 'R-2'));
    expect(askGate({ law, attempt: { at: night } })).toMatchObject({
      verdict: 'refuse',
      reason: 'never-by-law',
      rules: ['R-1', 'R-2'],
    });
  });

  it('is none by law where hours no longer meet once the hold before that is over', () => {
    const later = ruleOf('contact-window', {
      id: 'R-2',
      windows: [{ from: '14:00', to: '18:00' }],
      effectiveFrom: '2026-03-05',
    });
    const over = hold('dispute', { from: '2026-03-02T16:00:00.000Z', until: '2026-03-04T20:00:00.000Z' });
    expect(
      askGate({ law: lawOf(hours('08:00', '12:00'), later), attempt: { at: night }, loanHolds: [over] }),
    ).toMatchObject({ verdict: 'refuse', reason: 'never-by-law' });
  });

  it('is after a hold that will have begun by then', () => {
    const tomorrow = hold('dispute', { from: '2026-03-02T16:00:00.000Z', until: '2026-03-04T20:00:00.000Z' });
    expect(askGate({ attempt: { at: night }, loanHolds: [tomorrow] })).toMatchObject({
      verdict: 'defer',
      until: '2026-03-05T00:00:00.000Z',
    });
  });

  it('is none where what allows it today is over by then, and the refusal says what that is', () => {
    const consent = { to: 'medium', channel: 'dialler', basis: 'consent', at: '2026-01-01T00:00:00.000Z' } as const;
    const asked = (until: string) =>
      askGate({
        attempt: { channel: 'dialler', at: '2026-03-03T04:00:00.000Z', jurisdiction: 'US-OH' },
        person: { zones: [newYork] },
        standing: { places: ['US-OH'], consents: [{ ...consent, until }] },
      });
    expect(asked('2026-03-03T12:00:00.000Z')).toMatchObject({ verdict: 'refuse', reason: 'no-basis-for-channel' });
    expect(asked('2026-03-05T12:00:00.000Z')).toMatchObject({ verdict: 'defer', until: '2026-03-03T13:00:00.000Z' });
  });
});
