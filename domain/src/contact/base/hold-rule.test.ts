import { describe, expect, it } from 'vitest';
import { askGate, hold, ten } from '../../../../test/builders/ask-gate.js';
import { minutesLater } from '../../calendar/local-time.js';
import type { HoldReason } from '../../holds/hold.js';
import type { Purpose } from '../channel.js';

describe('holds', () => {
  it('refuse only while they are in force and only what they stop', () => {
    expect(askGate({ person: { holds: [hold('dispute', { until: ten })] } }).verdict).toBe('allow');
    expect(askGate({ person: { holds: [hold('dispute', { endedAt: '2026-03-01T01:00:00.000Z' })] } }).verdict).toBe(
      'allow',
    );
    expect(askGate({ person: { holds: [hold('vulnerability', { stops: ['escalation', 'timers'] })] } }).verdict).toBe(
      'allow',
    );
    expect(askGate({ person: { holds: [hold('dispute', { from: minutesLater(ten, 1) })] } }).verdict).toBe('allow');
  });

  it('on one number leave the others free', () => {
    expect(askGate({ person: { holds: [hold('wrong-number', { scope: { point: 'm2' } })] } }).verdict).toBe('allow');
  });

  it('on the number itself bind everybody who has it, whatever each calls it', () => {
    const anothers = hold('wrong-number', { scope: { point: 'the-same-number-of-another' } });
    expect(askGate({ point: { holds: [anothers] } })).toMatchObject({ verdict: 'refuse', reason: 'held' });
  });

  it.each<[HoldReason, Purpose, string]>([
    ['dispute', 'service', 'allow'],
    ['complaint', 'service', 'allow'],
    ['cease-request', 'legally-required', 'allow'],
    ['opted-out', 'legally-required', 'allow'],
    ['self-harm-risk', 'service', 'allow'],
    ['self-harm-risk', 'legally-required', 'refuse'],
    ['death', 'service', 'refuse'],
    ['death', 'legally-required', 'refuse'],
    ['represented', 'legally-required', 'refuse'],
    ['wrong-number', 'service', 'refuse'],
    ['unresolved-event', 'legally-required', 'refuse'],
    ['verification', 'service', 'refuse'],
  ])('for %s: a contact for %s: %s', (reason, purpose, verdict) => {
    expect(askGate({ attempt: { purpose }, person: { holds: [hold(reason)] } }).verdict).toBe(verdict);
  });
});
