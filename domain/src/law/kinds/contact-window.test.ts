import { describe, expect, it } from 'vitest';
import { askGate, nextOpening } from '../../../../test/builders/ask-gate.js';
import type { Channel, Purpose } from '../../contact/channel.js';

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
