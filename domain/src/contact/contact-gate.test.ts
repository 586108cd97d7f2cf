import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askGate, entry, gateAsk, hold, shanghai, ten, type GateCase } from '../../../test/builders/ask-gate.js';
import { minutesLater } from '../calendar/local-time.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Channel, Purpose } from './channel.js';
import { contactGate, type GateVerdict } from './contact-gate.js';

describe('the contact gate', () => {
  it('allows what no rule forbids, and states every rule that bears on it, with pack and citation', () => {
    const { verdict, trace } = askGate();
    expect(verdict).toBe('allow');
    expect(trace.map(({ rule, version }) => `${version.replace(/#[0-9a-f]{12}$/, '#')} ${rule}`)).toEqual(
      expect.arrayContaining(['base person-known', 'base no-hold', 'house@1# OWN-FREQ-1', 'cn@1# CN-TIME-1']),
    );
    expect(trace.some(({ rule }) => rule.startsWith('US-') || rule.startsWith('UK-'))).toBe(false);
    for (const answer of trace)
      expect(answer).toMatchObject({ verdict: 'allow', citation: expect.stringMatching(/./) });
  });

  it.each<[string, GateCase, string, string]>([
    ['nothing is overdue', { attempt: { arrears: 0 } }, 'nothing-overdue', 'something-overdue'],
    ['the person is unknown', { person: { known: false } }, 'unknown-person', 'person-known'],
    [
      'the person has nothing to do with the loan',
      { person: { party: 'unrelated' } },
      'party-not-eligible',
      'party-known CN-3P-4',
    ],
    [
      'the law of the loan is unknown',
      { attempt: { jurisdiction: 'FR' } },
      'unknown-jurisdiction',
      'jurisdiction-known',
    ],
    [
      'the law of the person’s place is unknown',
      { standing: { places: ['FR'] } },
      'unknown-jurisdiction',
      'jurisdiction-known',
    ],
    [
      'the person asked for no more texts',
      { standing: { optOuts: [{ channel: 'sms', at: ten }] } },
      'opted-out',
      'no-opt-out',
    ],
    ['the point reaches nobody', { point: { valid: false } }, 'point-invalid', 'point-usable'],
    ['the point is of another kind than the channel', { point: { kind: 'email' } }, 'point-invalid', 'point-usable'],
    ['the person is held', { person: { holds: [hold('self-harm-risk')] } }, 'held', 'no-hold'],
    [
      'the loan is held',
      { loanHolds: [hold('dispute', { scope: { loan: 'L1' } })] },
      'held',
      'no-hold CN-HOLD-DISPUTE',
    ],
    [
      'the point is held',
      { point: { holds: [hold('wrong-number', { scope: { point: 'm1' } })] } },
      'held',
      'no-hold CN-HOLD-WRONG-NUMBER',
    ],
    [
      'an event of the loan is unresolved',
      { loanHolds: [hold('unresolved-event', { scope: { loan: 'L1' } })] },
      'unresolved-event',
      'no-hold',
    ],
    ['the person has opted out', { person: { holds: [hold('opted-out')] } }, 'opted-out', 'no-hold'],
  ])('refuses when %s', (_, given, reason, rules) => {
    const verdict = askGate(given);
    expect(verdict).toMatchObject({ verdict: 'refuse', reason, rules: rules.split(' ') });
  });

  it('refuses when nobody knows the person’s zone, or the point', () => {
    expect(askGate({ person: { zones: [] } })).toMatchObject({ verdict: 'refuse', reason: 'unknown-zone' });
    expect(contactGate({ ...gateAsk(), point: undefined })).toMatchObject({
      verdict: 'refuse',
      reason: 'unknown-point',
    });
  });

  it('binds an agency in the US by Regulation F, and not the lender itself', () => {
    const fiveCalls = [1, 2, 3, 4, 5, 6, 7].map((day) => entry(`2026-02-2${day}T15:00:00.000Z`, { connected: true }));
    const asked = (actor: 'agency' | 'first-party'): GateCase => ({
      attempt: { channel: 'call', jurisdiction: 'US-OH', actor },
      person: { zones: [newYork] },
      standing: { places: ['US-OH'] },
      ledger: { person: fiveCalls },
    });
    const at = '2026-02-27T16:00:00.000Z';
    const ask = (actor: 'agency' | 'first-party') =>
      askGate({ ...asked(actor), attempt: { ...asked(actor).attempt, at } });
    expect(ask('agency')).toMatchObject({ verdict: 'defer', rules: ['US-FREQ-1'] });
    expect(ask('first-party').verdict).toBe('allow');
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
          askGate({ attempt: { at: instant, channel, purpose }, person: { zones: [zone] }, ledger: { person, point } });
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
