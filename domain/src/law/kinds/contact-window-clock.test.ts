import { describe, expect, it } from 'vitest';
import { askGate } from '../../../../test/builders/ask-gate.js';
import { lawOf, ruleOf } from '../../../../test/builders/law-of.js';
import { shippedZone } from '../../../../test/law/drawn/draw-zones.js';
import type { AgreedTime, InconvenientTime } from '../../contact/standing-of-person.js';

const newYork = shippedZone('America/New_York');
const lordHowe = shippedZone('Australia/Lord_Howe');
const openBetween = (from: string, to: string) =>
  lawOf(ruleOf('contact-window', { windows: [{ from, to }], override: ['agreed-time'] }));

describe('a contact window on a day on which clocks change', () => {
  it.each([
    // 1 November 2026: New York shows 01:00 to 02:00 twice, from 05:00Z and from 06:00Z.
    [newYork, '01:30', '01:45', '2026-11-01T05:50:00.000Z', '2026-11-01T06:30:00.000Z'],
    // 5 April 2026: Lord Howe shows 01:30 to 02:00 twice, from 14:30Z and from 15:00Z.
    [lordHowe, '01:45', '01:50', '2026-04-04T14:55:00.000Z', '2026-04-04T15:15:00.000Z'],
    // 8 March 2026: New York never shows 02:30; its clocks jump into the window.
    [newYork, '02:30', '04:00', '2026-03-08T06:00:00.000Z', '2026-03-08T07:00:00.000Z'],
    // The window that is never shown that day opens the day after.
    [newYork, '02:00', '02:30', '2026-03-08T06:59:59.999Z', '2026-03-09T06:00:00.000Z'],
  ])('in %o from %s to %s opens, asked at %s, at %s', (zone, from, to, at, until) => {
    expect(askGate({ law: openBetween(from, to), attempt: { at }, person: { zones: [zone] } })).toMatchObject({
      verdict: 'defer',
      until,
    });
  });
});

describe('a time agreed on', () => {
  const agreed: AgreedTime = { from: '06:00', to: '06:30', fromDay: '2026-03-03', untilDay: '2026-03-03' };
  const askAt = (at: string, channels?: AgreedTime['channels']) =>
    askGate({
      law: openBetween('08:00', '21:00'),
      attempt: { at },
      standing: { agreedTimes: [channels ? { ...agreed, channels } : agreed] },
    });

  it('is waited for, where the rule gives way to it', () => {
    expect(askAt('2026-03-02T14:00:00.000Z')).toMatchObject({ verdict: 'defer', until: '2026-03-02T22:00:00.000Z' });
    expect(askAt('2026-03-02T22:00:00.000Z').verdict).toBe('allow');
  });

  it('is over when it is over, and is not for other channels', () => {
    expect(askAt('2026-03-02T22:30:00.000Z')).toMatchObject({ verdict: 'defer', until: '2026-03-03T00:00:00.000Z' });
    expect(askAt('2026-03-02T14:00:00.000Z', ['call'])).toMatchObject({ until: '2026-03-03T00:00:00.000Z' });
  });
});

describe('an agreed time that is inconvenient in part', () => {
  /** Agreed from 22:00 to 23:00 Shanghai time of 3 March 2026, a Tuesday; inconvenient from 22:15 to 22:30 on Tuesdays. */
  const agreedTimes: AgreedTime[] = [{ from: '22:00', to: '23:00', fromDay: '2026-03-03', untilDay: '2026-03-03' }];
  const askAt = (time: string, days: InconvenientTime['days'] = ['tue'], personsTimes = false) =>
    askGate({
      law: lawOf(
        ruleOf('contact-window', {
          windows: [{ from: '08:00', to: '21:00' }],
          override: ['agreed-time'],
          ...(personsTimes && { personsTimes }),
        }),
      ),
      attempt: { at: `2026-03-03T${time}Z` },
      standing: { agreedTimes, inconvenientTimes: [{ days, from: '22:15', to: '22:30' }] },
    });

  it.each([
    ['14:14:59.999', { verdict: 'allow' }],
    ['14:15:00.000', { verdict: 'defer', until: '2026-03-03T14:30:00.000Z' }],
    ['14:29:59.999', { verdict: 'defer', until: '2026-03-03T14:30:00.000Z' }],
    ['14:30:00.000', { verdict: 'allow' }],
    ['15:00:00.000', { verdict: 'defer', until: '2026-03-04T00:00:00.000Z' }],
  ])('is open but for those minutes: at %s', (time, verdict) => {
    expect(askAt(time)).toMatchObject(verdict);
    expect(askAt(time, ['tue'], true)).toMatchObject(verdict);
  });

  it('is open as a whole where another weekday is inconvenient', () => {
    expect(askAt('14:15:00.000', ['wed'])).toMatchObject({ verdict: 'allow' });
  });

  it('says it was agreed only where it was open by that', () => {
    const inputs = (time: string) =>
      askAt(time).trace.find(({ rule }) => rule !== undefined && rule.startsWith('R'))?.inputs;
    expect(inputs('14:10:00.000')).toMatchObject({ agreedTime: true });
    expect(inputs('14:20:00.000')).toMatchObject({ agreedTime: false });
  });

  it('opens nothing for who says that no time at all is convenient', () => {
    const never = {
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as InconvenientTime['days'],
      from: '00:00',
      to: '24:00',
    };
    const law = lawOf(
      ruleOf('contact-window', {
        windows: [{ from: '08:00', to: '21:00' }],
        override: ['agreed-time'],
        personsTimes: true,
      }),
    );
    expect(
      askGate({
        law,
        attempt: { at: '2026-03-03T14:10:00.000Z' },
        standing: { agreedTimes, inconvenientTimes: [never] },
      }),
    ).toMatchObject({ verdict: 'refuse', reason: 'never-by-law' });
  });
});
