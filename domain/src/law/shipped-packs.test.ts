import { describe, expect, it } from 'vitest';
import { askGate, hold, entry, type GateCase } from '../../../test/builders/ask-gate.js';
import type { Channel } from '../contact/channel.js';
import type { ZoneSlice } from '../calendar/zone.js';
import type { Actor } from './shapes/rule-head.js';

const newYork: ZoneSlice = {
  zone: 'America/New_York',
  offsets: [
    [28_401_120, -300],
    [29_549_220, -240],
    [29_891_880, -300],
  ],
};
const london: ZoneSlice = {
  zone: 'Europe/London',
  offsets: [
    [28_401_120, 0],
    [29_578_020, 60],
    [29_880_420, 0],
  ],
};
/** Noon there, in the first week of March 2026. */
const places: Record<string, { zone?: ZoneSlice; at: string }> = {
  CN: { at: '2026-03-02T04:00:00.000Z' },
  US: { zone: newYork, at: '2026-03-02T17:00:00.000Z' },
  'US-MA': { zone: newYork, at: '2026-03-02T17:00:00.000Z' },
  'US-NY-NYC': { zone: newYork, at: '2026-03-02T17:00:00.000Z' },
  GB: { zone: london, at: '2026-03-02T12:00:00.000Z' },
};
const contact = (
  jurisdiction: string,
  channel: Channel,
  actor: Actor = 'first-party',
  more: GateCase = {},
): GateCase => {
  const { zone, at } = places[jurisdiction] ?? { at: '' };
  return {
    ...more,
    attempt: { jurisdiction, channel, actor, at, ...more.attempt },
    ...(zone && { person: { zones: [zone] } }),
    standing: { places: [jurisdiction], ...more.standing },
  };
};
const people: Channel[] = ['sms', 'email', 'app', 'im', 'letter', 'call', 'visit'];
const machines: Channel[] = ['voice-bot', 'dialler'];

describe('the shipped packs', () => {
  it.each([
    ...[...people, ...machines].flatMap(
      (channel) =>
        [
          ['CN', channel],
          ['GB', channel],
        ] as const,
    ),
    ...people.flatMap(
      (channel) =>
        [
          ['US', channel],
          ['US-MA', channel],
          ['US-NY-NYC', channel],
        ] as const,
    ),
  ])('let the lender itself, in %s, contact its borrower by %s at noon', (jurisdiction, channel) => {
    expect(askGate(contact(jurisdiction, channel)).verdict).toBe('allow');
  });

  it.each(machines)('let no %s speak to anybody in the US who did not agree to it (47 USC 227)', (channel) => {
    expect(askGate(contact('US', channel))).toMatchObject({
      verdict: 'refuse',
      reason: 'no-basis-for-channel',
      rules: ['US-TCPA-1'],
    });
    const consents = [{ to: 'medium', channel, basis: 'consent', at: '2026-01-01T00:00:00.000Z' } as const];
    expect(askGate(contact('US', channel, 'first-party', { standing: { consents } })).verdict).toBe('allow');
  });

  it('let an agency text in the US on a ground of the last 60 days, and the lender without (12 CFR 1006.6(d)(5))', () => {
    const on = (at: string): GateCase =>
      contact('US', 'sms', 'agency', {
        standing: { consents: [{ to: 'medium', channel: 'sms', basis: 'consent', at }] },
      });
    expect(askGate(contact('US', 'sms', 'agency'))).toMatchObject({
      reason: 'no-basis-for-channel',
      rules: ['US-MEDIA-3'],
    });
    expect(askGate(on('2026-01-01T17:00:00.001Z')).verdict).toBe('allow');
    expect(askGate(on('2026-01-01T17:00:00.000Z'))).toMatchObject({
      reason: 'no-basis-for-channel',
      rules: ['US-MEDIA-3'],
    });
  });

  it.each<[Actor, string]>([
    ['first-party', 'US-MA-1-PERSONAL'],
    ['agency', 'US-MA-5-PERSONAL'],
  ])('let a %s start two calls or texts in seven days to a mobile in Massachusetts, not three: %s', (actor, rule) => {
    const at = ['2026-02-24T17:00:00.000Z', '2026-02-26T17:00:00.000Z'];
    const made = at.map((each, nth) =>
      entry(each, {
        channel: nth === 0 ? 'call' : 'sms',
        connected: nth === 0,
        placeType: 'mobile',
        party: 'borrower',
      }),
    );
    const ask = (ledger: typeof made, placeType: 'mobile' | 'work') =>
      askGate(contact('US-MA', 'call', actor, { ledger: { person: ledger }, point: { placeType } }));
    expect(ask(made.slice(1), 'mobile').verdict).toBe('allow');
    expect(ask(made, 'mobile')).toMatchObject({ verdict: 'defer', rules: [rule], until: '2026-03-03T17:00:00.000Z' });
    expect(ask(made, 'work').verdict).toBe('allow');
  });

  it('let nobody visit one debtor about one loan twice within seven days in China', () => {
    const visited = entry('2026-02-22T04:00:00.000Z', { channel: 'visit', connected: true });
    const ask = (at: string) =>
      askGate(contact('CN', 'visit', 'agency', { attempt: { at }, ledger: { person: [visited] } }));
    expect(ask('2026-03-01T12:00:00.000Z')).toMatchObject({ verdict: 'defer', rules: ['CN-FREQ-4'] });
    expect(ask('2026-03-02T00:00:00.000Z').verdict).toBe('allow');
  });

  it('ask for nothing that is time-barred in Britain (FCA CONC 7.15)', () => {
    const barred = hold('time-barred', { scope: { loan: 'L1' }, stops: ['legal'] });
    expect(askGate(contact('GB', 'email', 'first-party', { loanHolds: [barred] }))).toMatchObject({
      verdict: 'refuse',
      reason: 'held',
      rules: ['UK-HOLD-TIME-BARRED'],
    });
  });

  it('count an account’s attempts of all media in New York City from the day the rule is in force (6 RCNY 5-77(b))', () => {
    const three = (day: string) => [1, 2, 3].map((n) => entry(`${day}T1${n}:00:00.000Z`, { channel: 'email' }));
    const ask = (day: string, ledger: string) =>
      askGate(
        contact('US-NY-NYC', 'letter', 'first-party', {
          attempt: { at: `${day}T17:00:00.000Z` },
          ledger: { person: three(ledger) },
        }),
      );
    // Before, by the older text: two of the person's.
    expect(ask('2026-08-31', '2026-08-30')).toMatchObject({ verdict: 'defer', rules: ['US-NYC-2-BEFORE'] });
    expect(ask('2026-08-31', '2026-08-24').verdict).toBe('allow');
    expect(ask('2026-09-02', '2026-09-01')).toMatchObject({ verdict: 'defer', rules: ['US-NYC-2'] });
  });
});
