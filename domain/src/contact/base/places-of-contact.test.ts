import { describe, expect, it } from 'vitest';
import { askGate, entry, law, shanghai } from '../../../../test/builders/ask-gate.js';
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

describe('a place of which only the country is told', () => {
  const noon = '2026-05-20T16:00:00.000Z';
  const asked = (jurisdiction: string, places: string[], zones = [newYork]) =>
    askGate({
      attempt: { channel: 'sms', at: noon, jurisdiction },
      person: { zones },
      standing: { places },
      ledger: { person: ['2026-05-18T16:00:00.000Z', '2026-05-19T16:00:00.000Z'].map((day) => entry(day)) },
      point: { placeType: 'mobile' },
    });
  const bound = (jurisdiction: string, places: string[]): string[] =>
    asked(jurisdiction, places)
      .trace.filter(({ verdict }) => verdict !== 'allow')
      .map(({ rule }) => rule);

  it('is bound by the law of every part of it: the person may be in any', () => {
    for (const [jurisdiction, places] of [
      ['US', ['US-OH']],
      ['US-OH', ['US']],
      ['US-OH', []],
    ] as const)
      expect(bound(jurisdiction, [...places])).toEqual(['US-MA-1-PERSONAL', 'US-NYC-2-BEFORE']);
    expect(bound('US-NY', ['US-NY'])).toEqual(['US-NYC-2-BEFORE']);
  });

  it('is bound by its own law alone once the part is told', () => {
    expect(bound('US-OH', ['US-OH'])).toEqual([]);
    expect(bound('US-MA', ['US-MA'])).toEqual(['US-MA-1-PERSONAL']);
  });
});

describe('a part that is told', () => {
  const zones = (...names: string[]) => names.map(shippedZone);
  const bound = (places: string[], where = zones('America/New_York')): string[] =>
    askGate({
      attempt: { channel: 'sms', at: '2026-05-20T16:00:00.000Z', jurisdiction: 'US-OH' },
      person: { zones: where },
      standing: { places },
      ledger: { person: ['2026-05-18T16:00:00.000Z', '2026-05-19T16:00:00.000Z'].map((day) => entry(day)) },
      point: { placeType: 'mobile' },
    })
      .trace.filter(({ verdict }) => verdict !== 'allow')
      .map(({ rule }) => rule);
  const anywhere = ['US-MA-1-PERSONAL', 'US-NYC-2-BEFORE'];

  it('silences the rest of the country while it keeps the zone, under any name of it', () => {
    expect(bound(['US-OH'])).toEqual([]);
    expect(bound(['US-CA'], zones('US/Pacific'))).toEqual([]);
    expect(bound(['US-IN'], zones('America/Chicago', 'America/New_York'))).toEqual([]);
    expect(bound(['US-CA', 'US-OH'])).toEqual([]);
  });

  it('silences nothing where another clock is kept: who lives by it may be in any part', () => {
    expect(bound(['US-CA'])).toEqual(anywhere);
    expect(bound(['US-CA'], zones('America/Los_Angeles', 'America/New_York'))).toEqual(anywhere);
    expect(bound(['US-OH'], zones('America/Chicago'))).toEqual(anywhere);
  });

  it('keeps, as a city, the clock of its state', () => {
    expect(bound(['US-NY-NYC'])).toEqual(['US-NYC-2-BEFORE']);
    expect(bound(['US-NY-NYC'], zones('America/Chicago'))).toEqual(anywhere);
  });
});

describe('a code that is no place', () => {
  it.each(['US-AM', 'US-ZZ', 'US-NYC', 'US-ma', 'us', 'CN-ZZZ', 'CN-HK', 'GB-XYZ', 'US-PR', 'XX', ''])(
    '%j refuses, of the loan and of the person',
    (code) => {
      for (const given of [{ attempt: { jurisdiction: code } }, { standing: { places: [code] } }])
        expect(askGate(given)).toMatchObject({
          verdict: 'refuse',
          reason: 'unknown-jurisdiction',
          rules: ['jurisdiction-known'],
        });
    },
  );

  it.each(['CN', 'CN-GD', 'CN-XJ'])('%s is one', (code) => {
    expect(askGate({ attempt: { jurisdiction: code }, standing: { places: [code] } }).verdict).toBe('allow');
  });
});
