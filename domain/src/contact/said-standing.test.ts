import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askGate, ten } from '../../../test/builders/ask-gate.js';
import { saidTogether, standingBy, withWishes, type SaidStanding } from './said-standing.js';
import type { ToldWishes, Wish } from './wish.js';

const days = (...told: [Wish, string][]): SaidStanding | undefined =>
  told.reduce<SaidStanding | undefined>(
    (said, [wish, day]) => withWishes(said, { wishes: [wish], at: `2026-02-${day}T02:00:00.000Z` }),
    undefined,
  );
const optOut: Wish = { wish: 'opt-out', channel: 'sms' };
const consent: Wish = { wish: 'consent', to: 'medium', channel: 'sms' };
const outs = (said: SaidStanding | undefined) => standingBy({}, said).optOuts;

const channel = fc.constantFrom('sms' as const, 'call' as const);
const wish = fc.oneof(
  fc.record({ wish: fc.constant('opt-out' as const), channel }),
  fc.record({ wish: fc.constant('opt-out' as const), pointId: fc.constantFrom('m1', 'm2') }),
  fc.record({ wish: fc.constant('consent' as const), to: fc.constant('medium' as const), channel }),
  fc.record({
    wish: fc.constant('inconvenient-place' as const),
    place: fc.constantFrom('work' as const, 'home' as const),
  }),
  fc.record({ wish: fc.constant('language' as const), language: fc.constantFrom('zh', 'en') }),
);
const told = fc.record({
  wishes: fc.array(wish, { maxLength: 3 }),
  at: fc.constantFrom('01', '02', '03').map((day) => `2026-02-${day}T02:00:00.000Z`),
});
const after = (all: readonly ToldWishes[]) => all.reduce<SaidStanding | undefined>(withWishes, undefined);

describe('what a person has said', () => {
  it('is the same in whatever order and however often it comes to us', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 5 }), fc.nat(), (all, turn) => {
        const cut = all.length === 0 ? 0 : turn % all.length;
        const other = [...all.slice(cut), ...all.slice(0, cut), ...all.slice(0, 2)];
        expect(saidTogether(after(other))).toEqual(saidTogether(after(all)));
      }),
    );
  });

  it('is the same as two records told apart and made one', () => {
    fc.assert(
      fc.property(fc.array(told), fc.array(told), (one, other) => {
        expect(saidTogether(after(one), after(other))).toEqual(saidTogether(after([...one, ...other])));
      }),
    );
  });

  it('never contacts by a medium that was opted out of and not consented to since', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 6 }), (all) => {
        const at = (kind: Wish['wish']) =>
          all
            .filter(({ wishes }) =>
              wishes.some((each) => each.wish === kind && 'channel' in each && each.channel === 'sms'),
            )
            .map((each) => each.at)
            .toSorted()
            .at(-1) ?? '';
        const verdict = askGate({ standing: standingBy({}, after(all)) });
        if (at('opt-out') > at('consent')) expect(verdict).toMatchObject({ verdict: 'refuse', reason: 'opted-out' });
      }),
    );
  });
});

describe('an opt-out', () => {
  it('is over when the person consents to that medium later, and not when it was before', () => {
    expect(outs(days([optOut, '01'], [consent, '02']))).toEqual([]);
    expect(outs(days([consent, '02'], [optOut, '01']))).toEqual([]);
    expect(outs(days([consent, '01'], [optOut, '02']))).toHaveLength(1);
    expect(outs(days([optOut, '01'], [consent, '01']))).toHaveLength(1);
    expect(outs(days([optOut, '01'], [consent, '02'], [optOut, '03']))).toHaveLength(1);
  });

  it('from every medium, or of another, is not lifted by consent to one', () => {
    expect(outs(days([{ wish: 'opt-out' }, '01'], [consent, '02']))).toHaveLength(1);
    expect(outs(days([{ wish: 'opt-out', channel: 'call' }, '01'], [consent, '02']))).toHaveLength(1);
    expect(outs(days([optOut, '01'], [{ wish: 'consent', to: 'more-calls', channel: 'sms' }, '02']))).toHaveLength(1);
    expect(outs(days([optOut, '01'], [{ ...consent, pointId: 'm1' }, '02']))).toHaveLength(1);
  });

  it('told by a directory is lifted by nothing that is said', () => {
    const optOuts = [{ channel: 'sms' as const, at: '2026-01-01T00:00:00.000Z' }];
    expect(standingBy({ optOuts }, days([consent, '02'])).optOuts).toEqual(optOuts);
  });
});

describe('at the gate', () => {
  const asked = (wishes: Wish[], attempt: { channel: 'call' | 'sms'; at: string }, point = {}) =>
    askGate({
      attempt,
      point,
      standing: standingBy({}, withWishes(undefined, { wishes, at: '2026-03-01T02:00:00.000Z' })),
    });

  it('“ring me at 22:30” is a time agreed on, for calls on those days (CN-TIME-1)', () => {
    const agreed: Wish = {
      wish: 'agreed-time',
      from: '22:30',
      to: '23:00',
      channels: ['call'],
      fromDay: '2026-03-02',
      untilDay: '2026-03-02',
    };
    const half = '2026-03-02T14:30:00.000Z';
    expect(asked([], { channel: 'call', at: half }).verdict).toBe('defer');
    expect(asked([agreed], { channel: 'call', at: half }).verdict).toBe('allow');
    expect(asked([agreed], { channel: 'sms', at: half }).verdict).toBe('defer');
    expect(asked([agreed], { channel: 'call', at: '2026-03-03T14:30:00.000Z' }).verdict).toBe('defer');
  });

  it('“not at work” closes the telephone at work', () => {
    const wishes: Wish[] = [{ wish: 'inconvenient-place', place: 'work' }];
    expect(asked(wishes, { channel: 'call', at: ten }, { placeType: 'work' })).toMatchObject({
      verdict: 'refuse',
      reason: 'inconvenient-place',
    });
    expect(asked(wishes, { channel: 'call', at: ten }, { placeType: 'mobile' }).verdict).toBe('allow');
  });
});

describe('a time agreed on', () => {
  const agreed = { from: '22:30', to: '23:00', fromDay: '2026-02-01', untilDay: '2026-02-20' };
  const tell = { wish: 'agreed-time' as const, ...agreed };
  const day = (nth: string): string => `2026-02-${nth}T02:00:00.000Z`;
  const timesOf = (...told: ToldWishes[]) => after(told)?.agreedTimes;
  const on = (nth: string, heardOn?: string): ToldWishes => ({
    wishes: [tell],
    at: day(nth),
    ...(heardOn !== undefined && { heardAt: day(heardOn) }),
  });

  it('is dated by when it was first said, in whatever order that comes to us', () => {
    expect(timesOf(on('02'), on('03'))).toEqual([{ ...agreed, saidAt: day('02') }]);
    expect(timesOf(on('03'), on('02'))).toEqual([{ ...agreed, saidAt: day('02') }]);
  });

  it('told of late keeps both, when it was said and when we first heard of it', () => {
    expect(timesOf(on('02', '05'))).toEqual([{ ...agreed, saidAt: day('02'), heardAt: day('05') }]);
    expect(timesOf(on('02', '05'), on('04'))).toEqual([{ ...agreed, saidAt: day('02'), heardAt: day('04') }]);
    expect(timesOf(on('02'), on('01', '05'))).toEqual([{ ...agreed, saidAt: day('01'), heardAt: day('02') }]);
  });

  it('that was said before dates were kept stays without one, and two that differ keep each its own', () => {
    const old = { ...saidTogether(), agreedTimes: [agreed] };
    expect(withWishes(old, on('02')).agreedTimes).toEqual([agreed]);
    const calls: Wish = { ...tell, channels: ['call'] };
    expect(timesOf(on('02'), { wishes: [calls], at: day('03') })).toEqual([
      { ...agreed, channels: ['call'], saidAt: day('03') },
      { ...agreed, saidAt: day('02') },
    ]);
  });

  it('is allowed or not whatever its date', () => {
    const ask = (standing: SaidStanding | undefined) =>
      askGate({ attempt: { channel: 'call', at: '2026-02-10T14:30:00.000Z' }, standing: standingBy({}, standing) });
    expect(ask(after([on('12')])).verdict).toBe('allow');
    expect(ask(undefined).verdict).toBe('defer');
  });
});
