import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawRule } from '../../../../test/builders/law-rule.js';
import type { HolidayCalendar } from '../../calendar/holiday-calendar.js';
import { minutesLater } from '../../calendar/local-time.js';
import type { ZoneSlice } from '../../calendar/zone.js';
import { noticeBeforeAction, type NoticeAsk, type NoticeSent } from './notice-before-action.js';

const shanghai: ZoneSlice = { zone: 'Asia/Shanghai', offsets: [[28_401_120, 480]] };
/** 10:00 of that day in Shanghai. */
const ten = (day: string): string => `${day}T02:00:00.000Z`;
/** 00:00 of 2026-03-`day` in Shanghai. */
const startOf = (day: number): string => `2026-03-${String(day - 1).padStart(2, '0')}T16:00:00.000Z`;
const calendar: HolidayCalendar = {
  calendar: 'US',
  version: 1,
  coversFrom: '2026-01-01',
  coversTo: '2026-04-01',
  citation: 'test',
  holidays: [{ day: '2026-03-05', name: 'a holiday' }],
  makeUpWorkdays: [],
};
const rule = (fields: Record<string, unknown>) =>
  lawRule('notice-before-action', {
    action: 'furnish',
    notice: 'bad-record',
    minDays: 14,
    clockStart: 'sent',
    ...fields,
  });
const asked = (notices: readonly Partial<NoticeSent>[], how: Partial<NoticeAsk> = {}): NoticeAsk => ({
  action: 'furnish',
  at: ten('2026-03-20'),
  zones: [shanghai],
  calendar,
  notices: notices.map((each) => ({ notice: 'bad-record', sentAt: ten('2026-03-02'), ...each })),
  ...how,
});

describe('a notice before an action', () => {
  it('must have been given, by its own name and before', () => {
    const never = { verdict: 'refuse', unmet: ['no-notice'] };
    expect(noticeBeforeAction(rule({}), asked([]))).toMatchObject(never);
    expect(noticeBeforeAction(rule({}), asked([{ notice: 'another' }]))).toMatchObject(never);
    expect(noticeBeforeAction(rule({}), asked([{ sentAt: ten('2026-03-21') }]))).toMatchObject(never);
  });

  it('leaves whole days between: 14 after the day it was sent (12 CFR 1006.30(a)(1), comment 2)', () => {
    const { notices } = asked([{}]);
    const until = startOf(17);
    expect(noticeBeforeAction(rule({}), asked(notices, { at: minutesLater(until, -1) }))).toMatchObject({
      verdict: 'defer',
      until,
    });
    expect(noticeBeforeAction(rule({}), asked(notices, { at: until }))).toMatchObject({ verdict: 'allow' });
  });

  it('without days only comes first (征信业管理条例 art. 15)', () => {
    const told = rule({ minDays: 0 });
    expect(noticeBeforeAction(told, asked([{}], { at: ten('2026-03-02') }))).toMatchObject({ verdict: 'allow' });
    expect(noticeBeforeAction(told, asked([], { at: ten('2026-03-02') }))).toMatchObject({ verdict: 'refuse' });
  });

  it('is as if not given when it came back (comment 30(a)(1)-3)', () => {
    const back = [{ bouncedAt: ten('2026-03-04') }];
    expect(noticeBeforeAction(rule({ bounceVoids: true }), asked(back))).toMatchObject({
      verdict: 'refuse',
      unmet: ['notice-bounced'],
    });
    expect(noticeBeforeAction(rule({}), asked(back))).toMatchObject({ verdict: 'allow' });
    const again = [...back, { sentAt: ten('2026-03-03') }];
    expect(noticeBeforeAction(rule({ bounceVoids: true }), asked(again))).toMatchObject({ verdict: 'allow' });
  });

  it('counts from its proved receipt where the law says so (民法典 art. 546)', () => {
    const proved = rule({ clockStart: 'received', minDays: 3 });
    expect(noticeBeforeAction(proved, asked([{}]))).toMatchObject({ unmet: ['notice-not-received'] });
    expect(noticeBeforeAction(proved, asked([{ receivedAt: ten('2026-03-18') }]))).toMatchObject({
      verdict: 'defer',
      until: startOf(22),
    });
    expect(noticeBeforeAction(proved, asked([{ receivedAt: ten('2026-03-16') }]))).toMatchObject({ verdict: 'allow' });
  });

  it('is taken as received some business days after (12 CFR 1006.34(b)(5)), or later when receipt is proved', () => {
    const assumed = rule({
      clockStart: 'assumed-received',
      assumedAfterDays: 5,
      dayCalendar: 'business-days',
      minDays: 1,
    });
    // Sent on Monday 2 March: 3, 4, 6, 9, 10, the 5th being a holiday; then one whole day.
    expect(noticeBeforeAction(assumed, asked([{}], { at: ten('2026-03-04') }))).toMatchObject({ until: startOf(12) });
    expect(
      noticeBeforeAction(assumed, asked([{ receivedAt: ten('2026-03-12') }], { at: ten('2026-03-13') })),
    ).toMatchObject({ until: startOf(14) });
    const back = asked([{ bouncedAt: ten('2026-03-03') }]);
    expect(noticeBeforeAction(assumed, back)).toMatchObject({ unmet: ['notice-bounced'] });
  });

  it('of assumed receipt says after how many days it is assumed, and no other does', () => {
    expect(() => rule({ clockStart: 'assumed-received' })).toThrow('belongs to clockStart assumed-received');
    expect(() => rule({ assumedAfterDays: 5 })).toThrow('belongs to clockStart assumed-received');
  });

  it('is refused where the holiday calendar does not reach', () => {
    const assumed = rule({ clockStart: 'assumed-received', assumedAfterDays: 5, dayCalendar: 'business-days' });
    const unmet = { verdict: 'refuse', unmet: ['calendar-not-covered'] };
    expect(noticeBeforeAction(assumed, asked([{}], { calendar: undefined }))).toMatchObject(unmet);
    const late = asked([{ sentAt: ten('2026-03-31') }], { at: ten('2026-06-01') });
    expect(noticeBeforeAction(assumed, late)).toMatchObject(unmet);
  });

  it('is due anew after its days (CCA 1974 s.86B(2)(b))', () => {
    const repeated = rule({ minDays: 0, repeatEveryDays: 18 });
    const lapses = startOf(21);
    expect(noticeBeforeAction(repeated, asked([{}], { at: minutesLater(lapses, -1) }))).toMatchObject({
      verdict: 'allow',
    });
    expect(noticeBeforeAction(repeated, asked([{}], { at: lapses }))).toMatchObject({
      verdict: 'refuse',
      unmet: ['notice-lapsed'],
    });
  });

  it('may follow within days of what makes it due, when it has no days of its own (12 CFR 1006.34(a)(1))', () => {
    const due = rule({ action: 'collect', minDays: 0, dueWithinDays: 5 });
    const grace = (dueSince: NoticeAsk['dueSince'], at: string) =>
      noticeBeforeAction(due, asked([], { action: 'collect', at, ...(dueSince && { dueSince }) }))?.verdict;
    expect(grace('not-yet', startOf(8))).toBe('allow');
    expect(grace(ten('2026-03-02'), minutesLater(startOf(8), -1))).toBe('allow');
    expect(grace(ten('2026-03-02'), startOf(8))).toBe('refuse');
    expect(grace(undefined, startOf(3))).toBe('refuse');
    const first = rule({ minDays: 14, dueWithinDays: 5 });
    expect(noticeBeforeAction(first, asked([], { dueSince: 'not-yet' }))).toMatchObject({ unmet: ['no-notice'] });
  });

  it('says nothing of other actions, and refuses where nobody knows the zone', () => {
    expect(noticeBeforeAction(rule({}), asked([{}], { action: 'sue' }))).toBeUndefined();
    expect(noticeBeforeAction(rule({}), asked([{}], { zones: [] }))).toMatchObject({ unmet: ['unknown-zone'] });
  });

  it('is waited for until every zone the person may be in agrees', () => {
    const utc = { zone: 'UTC', offsets: [[0, 0]] as [number, number][] };
    expect(
      noticeBeforeAction(rule({ minDays: 1 }), asked([{}], { zones: [utc, shanghai], at: ten('2026-03-03') })),
    ).toMatchObject({ until: '2026-03-04T00:00:00.000Z' });
  });

  it('is allowed at the instant a deferral names, and a longer wait is never shorter', () => {
    const days = fc.integer({ min: 0, max: 20 });
    const minutes = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, days, minutes, minutes, (fewer, more, sentAfter, askedAfter) => {
        const given = asked([{ sentAt: minutesLater(ten('2026-03-02'), sentAfter) }], {
          at: minutesLater(ten('2026-03-02'), sentAfter + askedAfter),
        });
        const short = noticeBeforeAction(rule({ minDays: fewer }), given);
        const long = noticeBeforeAction(rule({ minDays: fewer + more }), given);
        if (short?.verdict === 'defer') {
          expect(noticeBeforeAction(rule({ minDays: fewer }), { ...given, at: short.until })?.verdict).toBe('allow');
          expect(long).toMatchObject({ verdict: 'defer' });
          if (long?.verdict === 'defer') expect(long.until >= short.until).toBe(true);
        }
      }),
    );
  });
});
