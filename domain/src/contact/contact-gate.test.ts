import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askGate, entry, hold, law, shanghai, ten, type GateCase } from '../../../test/builders/ask-gate.js';
import { minutesLater } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Channel, Purpose } from './channel.js';
import { contactGate, type GateVerdict } from './contact-gate.js';
import type { GateAttempt, GatePerson } from './gate-ask.js';

describe('the contact gate', () => {
  it('allows what no rule forbids, and states every rule it asked', () => {
    const { verdict, trace } = askGate();
    expect(verdict).toBe('allow');
    expect(trace.map(({ rule }) => rule)).toEqual([
      'person-known',
      'zone-known',
      'point-usable',
      'party-eligible',
      'something-overdue',
      'no-hold',
      'contact-hours',
      'person-attempts',
      'person-conversations',
      'point-attempts',
    ]);
    for (const answer of trace)
      expect(answer).toMatchObject({ verdict: 'allow', version: 'baseline@1', citation: expect.stringMatching(/./) });
  });

  it.each<[string, GateCase, string, string]>([
    ['nothing is overdue', { attempt: { arrears: 0 } }, 'nothing-overdue', 'something-overdue'],
    ['the person is unknown', { person: { known: false } }, 'unknown-person', 'person-known'],
    ['the person is a guarantor', { person: { role: 'guarantor' } }, 'not-a-borrower', 'party-eligible'],
    ['the person is a co-borrower', { person: { role: 'co-borrower' } }, 'not-a-borrower', 'party-eligible'],
    ['the point reaches nobody', { point: { valid: false } }, 'point-invalid', 'point-usable'],
    ['the point is of another kind than the channel', { point: { kind: 'email' } }, 'point-invalid', 'point-usable'],
    ['the person is held', { person: { holds: [hold('self-harm-risk')] } }, 'held', 'no-hold'],
    ['the loan is held', { loanHolds: [hold('dispute', { scope: { loan: 'L1' } })] }, 'held', 'no-hold'],
    ['the point is held', { point: { holds: [hold('wrong-number', { scope: { point: 'm1' } })] } }, 'held', 'no-hold'],
    [
      'an event of the loan is unresolved',
      { loanHolds: [hold('unresolved-event', { scope: { loan: 'L1' } })] },
      'unresolved-event',
      'no-hold',
    ],
    ['the person has opted out', { person: { holds: [hold('opted-out')] } }, 'opted-out', 'no-hold'],
  ])('refuses when %s', (_, given, reason, rule) => {
    const verdict = askGate(given);
    expect(verdict).toMatchObject({ verdict: 'refuse', reason, rules: [rule] });
    expect(verdict.trace).toHaveLength(10);
  });

  it('refuses when nobody knows the person’s zone, or the point', () => {
    const noZone: GatePerson = { known: true, role: 'borrower', holds: [] };
    const attempt: GateAttempt = {
      purpose: 'collect',
      channel: 'sms',
      at: ten,
      personId: 'p1',
      pointId: 'm1',
      arrears: 1,
    };
    const nothingTaken = { person: [], point: [] };
    expect(
      contactGate(attempt, noZone, { kind: 'mobile', valid: true, holds: [] }, nothingTaken, [], law),
    ).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
    expect(contactGate(attempt, { ...noZone, zone: shanghai }, undefined, nothingTaken, [], law)).toMatchObject({
      verdict: 'refuse',
      reason: 'unknown-point',
    });
  });

  it('lets the strictest answer win: a refusal beats a deferral', () => {
    expect(askGate({ attempt: { at: '2026-03-02T20:00:00.000Z', arrears: 0 } })).toMatchObject({
      verdict: 'refuse',
      reason: 'nothing-overdue',
      rules: ['something-overdue'],
    });
  });
});

const newYork: ZoneSlice = {
  zone: 'America/New_York',
  offsets: [
    [28_401_120, -300],
    [29_549_220, -240],
    [29_891_880, -300],
  ],
};
const anyEntry = fc
  .record({
    minutes: fc.integer({ min: -2_880, max: 1_440 }),
    channel: fc.constantFrom<Channel>('sms', 'call', 'visit', 'voice-bot'),
    purpose: fc.constantFrom<Purpose>('collect', 'service', 'locate'),
    open: fc.boolean(),
    conversation: fc.boolean(),
  })
  .map(({ minutes, ...how }) => entry(minutesLater('2026-03-07T12:00:00.000Z', minutes), how));
const anyCase = fc.record({
  zone: fc.constantFrom(shanghai, newYork),
  at: fc.integer({ min: 0, max: 2_880 }).map((minutes) => minutesLater('2026-03-07T00:00:00.000Z', minutes)),
  channel: fc.constantFrom<Channel>('sms', 'call', 'email', 'visit'),
  purpose: fc.constantFrom<Purpose>('collect', 'service', 'legally-required', 'locate'),
  person: fc.array(anyEntry, { maxLength: 15 }),
  point: fc.array(anyEntry, { maxLength: 15 }),
});

describe('a deferral', () => {
  it('ends at an instant after now at which the gate allows, and not a minute earlier', () => {
    fc.assert(
      fc.property(anyCase, ({ zone, at, channel, purpose, person, point }) => {
        const askAt = (instant: string): GateVerdict =>
          askGate({ attempt: { at: instant, channel, purpose }, person: { zone }, ledger: { person, point } });
        const verdict = askAt(at);
        if (verdict.verdict !== 'defer') return;
        expect(verdict.until > at).toBe(true);
        expect(askAt(verdict.until).verdict).toBe('allow');
        const minuteBefore = minutesLater(verdict.until, -1);
        if (minuteBefore >= at) expect(askAt(minuteBefore).verdict).toBe('defer');
      }),
    );
  });
});
