import { describe, expect, it } from 'vitest';
import { askGate, law, shanghai } from '../../../../test/builders/ask-gate.js';
import { shippedZone } from '../../../../test/law/drawn/draw-zones.js';

const newYork = shippedZone('America/New_York');
const at = '2026-05-20T15:00:00.000Z';

describe('the law of the country of each zone the person may be in', () => {
  const bot = (places: string[]) =>
    askGate({ attempt: { channel: 'voice-bot', at }, person: { zones: [newYork] }, standing: { places } });

  it('binds although nobody told where the person lives', () => {
    for (const places of [[], ['US'], ['US-MA']])
      expect(bot(places)).toMatchObject({ verdict: 'refuse', reason: 'no-basis-for-channel', rules: ['US-TCPA-1'] });
  });

  it('binds beside the places that were told', () => {
    expect(bot(['CN'])).toMatchObject({ rules: ['US-TCPA-1'] });
  });

  it('is the same law where the person is in the place of the loan', () => {
    expect(askGate({ attempt: { channel: 'voice-bot' } }).trace.map(({ rule }) => rule)).not.toContain('US-TCPA-1');
  });

  it.each([
    ['of which there is no pack', 'Asia/Dubai', 'AE'],
    ['that nobody can tell from the zone', 'Etc/UTC', 'unknown'],
  ])('a country %s refuses', (_, zone, without) => {
    const answer = askGate({
      attempt: { at: '2026-05-20T08:00:00.000Z' },
      person: { zones: [shanghai, shippedZone(zone)] },
    });
    expect(answer).toMatchObject({ verdict: 'refuse', reason: 'unknown-jurisdiction', rules: ['jurisdiction-known'] });
    expect(answer.trace.find(({ rule }) => rule === 'jurisdiction-known')?.inputs['without']).toBe(without);
  });
});

describe('the clocks of the zone table', () => {
  const asked = (instant: string) => askGate({ attempt: { at: instant, channel: 'email', purpose: 'service' } });

  it('end, and nobody is contacted past their end or before their beginning', () => {
    expect(law.zones).toMatchObject({ coversFrom: '2024-01-01', coversTo: '2030-01-01' });
    expect(asked('2029-12-31T23:59:59.999Z').verdict).toBe('allow');
    for (const instant of ['2030-01-01T00:00:00.000Z', '2030-07-01T02:00:00.000Z', '2023-12-31T23:59:59.999Z'])
      expect(asked(instant)).toMatchObject({ verdict: 'refuse', reason: 'zone-not-covered', rules: ['zone-known'] });
  });
});
