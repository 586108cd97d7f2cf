import { describe, expect, it } from 'vitest';
import { askGate, nextOpening } from '../../../../test/builders/ask-gate.js';
import type { Channel, Purpose } from '../../contact/channel.js';
import type { PlaceType } from '../../contact/ledger-entry.js';

const inconvenient = { inconvenientTimes: [{ days: ['mon' as const], from: '09:00', to: '18:00' }] };

describe('times and places a person told us are inconvenient', () => {
  it.each<[Purpose, Channel, string]>([
    ['collect', 'call', 'defer'],
    ['collect', 'letter', 'defer'],
    ['service', 'call', 'defer'],
    ['legally-required', 'sms', 'defer'],
    ['legally-required', 'email', 'allow'],
  ])('are kept to in China: %s by %s on their Monday: %s', (purpose, channel, verdict) => {
    expect(askGate({ attempt: { purpose, channel }, standing: inconvenient }).verdict).toBe(verdict);
  });

  it.each<[Channel, PlaceType | undefined, PlaceType, string]>([
    ['call', 'work', 'work', 'refuse'],
    ['call', 'mobile', 'work', 'allow'],
    ['call', undefined, 'work', 'allow'],
    ['call', undefined, 'mobile', 'refuse'],
    ['email', undefined, 'work', 'allow'],
    ['email', 'work', 'work', 'refuse'],
    ['letter', 'home', 'work', 'allow'],
    ['letter', undefined, 'work', 'refuse'],
    ['letter', undefined, 'home', 'refuse'],
    ['letter', undefined, 'mobile', 'allow'],
  ])('%s to a point at %s, not to be reached at %s: %s', (channel, placeType, place, verdict) => {
    const answer = askGate({
      attempt: { channel },
      point: placeType ? { placeType } : {},
      standing: { inconvenientPlaces: [place] },
    });
    expect(answer).toMatchObject({ verdict, ...(verdict === 'refuse' && { reason: 'inconvenient-place' }) });
  });
});

describe('a contact window', () => {
  it.each([
    ['2026-03-01T23:59:59.999Z', 'defer'],
    ['2026-03-02T00:00:00.000Z', 'allow'],
    ['2026-03-02T12:59:59.999Z', 'allow'],
    ['2026-03-02T13:00:00.000Z', 'defer'],
  ])('are half-open in the person’s zone: at %s %s', (at, verdict) => {
    expect(askGate({ attempt: { at } }).verdict).toBe(verdict);
  });

  it('defer to the opening of the same day before it, of the next day after closing', () => {
    expect(askGate({ attempt: { at: '2026-03-01T20:00:00.000Z' } })).toMatchObject({
      verdict: 'defer',
      until: '2026-03-02T00:00:00.000Z',
      rules: ['CN-TIME-1', 'CN-TIME-2', 'OWN-TIME-1'],
    });
    expect(askGate({ attempt: { at: '2026-03-02T13:00:00.000Z' } })).toMatchObject({
      verdict: 'defer',
      until: nextOpening,
      rules: ['OWN-TIME-1'],
    });
  });

  it.each<[Purpose, Channel, string]>([
    ['service', 'email', 'allow'],
    ['service', 'sms', 'defer'],
    ['legally-required', 'sms', 'defer'],
    ['legally-required', 'email', 'allow'],
    ['service', 'call', 'defer'],
    ['legally-required', 'visit', 'defer'],
    ['locate', 'sms', 'defer'],
    ['relay', 'sms', 'defer'],
    ['remind-before-due', 'app', 'defer'],
  ])('at night: %s by %s: %s', (purpose, channel, verdict) => {
    expect(askGate({ attempt: { purpose, channel, at: '2026-03-01T18:00:00.000Z' } }).verdict).toBe(verdict);
  });
});
