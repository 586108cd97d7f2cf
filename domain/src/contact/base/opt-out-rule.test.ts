import { describe, expect, it } from 'vitest';
import { askGate } from '../../../../test/builders/ask-gate.js';
import type { Channel } from '../channel.js';

describe('who asks not to be called', () => {
  it.each<[Channel, Channel, string]>([
    ['call', 'call', 'refuse'],
    ['call', 'voice-bot', 'refuse'],
    ['voice-bot', 'dialler', 'refuse'],
    ['dialler', 'call', 'refuse'],
    ['call', 'sms', 'allow'],
    ['sms', 'call', 'allow'],
  ])('by %s is not contacted by %s: %s', (asked, channel, verdict) => {
    const optOuts = [{ channel: asked, at: '2026-03-01T00:00:00.000Z' }];
    expect(askGate({ attempt: { channel }, standing: { optOuts } }).verdict).toBe(verdict);
  });
});
