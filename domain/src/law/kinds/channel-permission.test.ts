import { describe, expect, it } from 'vitest';
import { askGate } from '../../../../test/builders/ask-gate.js';
import { shippedZone } from '../../../../test/law/drawn/draw-zones.js';
import type { Channel, Purpose } from '../../contact/channel.js';
import type { Consent, OptOut } from '../../contact/standing-of-person.js';

const at = '2026-05-20T15:00:00.000Z';
const zones = [shippedZone('America/New_York')];
const agency = { jurisdiction: 'US', actor: 'agency', at } as const;
const yes = (how: Partial<Consent> = {}): Consent => ({
  to: 'medium',
  channel: 'voice-bot',
  basis: 'consent',
  at: '2026-01-01T15:00:00.000Z',
  ...how,
});
const february: OptOut = { at: '2026-02-01T15:00:00.000Z' };

describe('a consent that was taken back', () => {
  const asked = (consents: Consent[], optOuts: OptOut[], purpose: Purpose = 'legally-required') =>
    askGate({
      attempt: { jurisdiction: 'US', channel: 'voice-bot', purpose, at },
      person: { zones },
      standing: { consents, optOuts },
    });
  const noGround = { verdict: 'refuse', reason: 'no-basis-for-channel', rules: ['US-TCPA-1'] };

  it.each<[string, OptOut]>([
    ['of all media', february],
    ['of calls by people, which is of telephones', { ...february, channel: 'call' }],
    ['of this number', { ...february, channel: 'voice-bot', pointId: 'm1' }],
    ['in the same moment', { at: yes().at, channel: 'voice-bot' }],
  ])('is no ground after an opt-out %s, whatever the call is for (47 CFR 64.1200(a)(10))', (_, optOut) => {
    expect(asked([yes()], [optOut])).toMatchObject(noGround);
    expect(asked([yes()], [optOut], 'service')).toMatchObject(noGround);
  });

  it.each<[string, OptOut]>([
    ['of another medium', { ...february, channel: 'sms' }],
    ['of another number', { ...february, channel: 'call', pointId: 'm2' }],
    ['before the consent', { at: '2025-12-31T15:00:00.000Z' }],
    ['that is still to come', { at: '2026-05-20T15:00:00.001Z' }],
  ])('stands after an opt-out %s', (_, optOut) => {
    expect(asked([yes()], [optOut]).verdict).toBe('allow');
  });
});

describe('an e-mail address the creditor handed over (US-MEDIA-4, 12 CFR 1006.6(d)(4)(ii))', () => {
  const email: Channel = 'email';
  const asked = (instant: string, basis: Consent['basis'] = 'creditor-handover') =>
    askGate({
      attempt: { ...agency, channel: email, at: instant },
      person: { zones, language: 'en' },
      point: { placeType: 'home' },
      standing: { consents: [yes({ channel: email, basis, at: '2026-05-20T19:59:00.000Z' })] },
    });

  it('waits until the 35 days after the day of the notice are over', () => {
    for (const instant of ['2026-05-20T20:00:00.000Z', '2026-06-24T20:00:00.000Z'])
      expect(asked(instant)).toMatchObject({ reason: 'no-basis-for-channel', rules: ['US-MEDIA-4'] });
    expect(asked('2026-06-25T12:00:00.000Z').verdict).toBe('allow');
  });

  it('given by the person needs no wait', () => {
    expect(asked('2026-05-20T20:00:00.000Z', 'consent').verdict).toBe('allow');
  });
});
